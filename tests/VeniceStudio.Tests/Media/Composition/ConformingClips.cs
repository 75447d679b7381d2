using VeniceStudio.Media.Composition;
using static VeniceStudio.Tests.Media.Composition.FilmBench;

namespace VeniceStudio.Tests.Media.Composition;

/// <summary>Whatever a clip is like, its frames stand in the film at their times.</summary>
public sealed class ConformingClips(FilmBench bench) : IClassFixture<FilmBench>
{
    /// <summary>Two seconds that get brighter by 60 grey levels a second.</summary>
    [Theory]
    [InlineData("half the rate", 12, "160x90", "", ".mp4")]
    [InlineData("a rate between", 30, "160x90", "", ".mp4")]
    [InlineData("twice the rate", 60, "160x90", "", ".mp4")]
    [InlineData("an odd size", 24, "97x71", "-pix_fmt yuv444p", ".mp4")]
    [InlineData("ten bits", 24, "160x90", "-pix_fmt yuv420p10le", ".mp4")]
    [InlineData("full range", 24, "160x90", "-vf scale=out_range=pc -pix_fmt yuvj420p", ".mp4")]
    [InlineData("oblong pixels", 24, "80x90", "-vf setsar=2/1", ".mov")]
    [InlineData("WebM", 24, "160x90", "", ".webm")]
    [InlineData("with sound", 24, "160x90", "-f lavfi -i sine=d=2 -map 0 -map 1 -c:a aac", ".mp4")]
    public async Task Frames_stand_at_their_times_in_every_clip(string what, int rate, string size, string how, string extension)
    {
        var step = 60.0 / rate;
        // An input has to stand before the codec that ClipAsync names.
        var clip = how.StartsWith("-f lavfi", StringComparison.Ordinal) ? await WithSoundAsync() : await bench.ClipAsync(40, step, 2 * rate, size, rate, how, extension);
        var source = await new SourceLook(bench.Tools).ClipAsync(clip, 0.25, Ct);
        Assert.Equal(2, source.Seconds, 0.05);
        var made = await bench.ComposeAsync(Film(new FilmSpan(0, 30, source)), what.Replace(' ', '-') + ".mp4");
        var levels = await bench.LevelsAsync(made.Path);
        Assert.Equal(30, levels.Length);
        // A frame shows the clip at its own time, to within half a frame of the slower of both.
        var within = 60 * 0.5 / Math.Min(rate, 24) + 2.5;
        for (var i = 0; i < 30; i++) Assert.InRange(levels[i], 40 + 60 * (0.25 + i / 24.0) - within, 40 + 60 * (0.25 + i / 24.0) + within);
        Assert.Equal("h264,160,90,1:1,yuv420p,24/1", await bench.ProbeAsync(made.Path, "stream=codec_name,width,height,sample_aspect_ratio,pix_fmt,avg_frame_rate"));
    }

    [Fact]
    public async Task A_clip_of_changing_rate_keeps_its_times()
    {
        // Every third frame is left out: gaps of one and of two frames.
        var clip = await FilmBench.FileAsync(await bench.Media.MakeAsync("changing.mp4",
            "-f lavfi -i nullsrc=s=160x90:r=24:d=2,geq=lum='40+2*N':cb=128:cr=128,format=yuv420p,select='mod(n\\,3)' -fps_mode vfr -c:v libx264 -preset ultrafast -qp 0 -threads 1 -colorspace bt709"));
        var levels = await bench.LevelsAsync((await bench.ComposeAsync(Film(Span(0, 40, clip)), "vfr.mp4")).Path);
        // The clip's first picture is its second 0, whatever time stamp it carries.
        AssertNear([.. Enumerable.Range(1, 40).Select(stored => stored % 3 == 0 ? 40 + 2 * (stored - 1) : 40 + 2 * stored)], levels);
    }

    /// <summary>Eight bars, coded by this test's own arithmetic in the ways of other times and cameras, look in the film as they were.</summary>
    [Theory]
    [InlineData("smpte170m", "bt709", true, "yuv420p", true)]
    [InlineData("smpte170m", "bt709", false, "yuv420p", false)]
    [InlineData("bt470bg", "bt470bg", false, "yuv422p", true)]
    [InlineData("bt2020nc", "bt2020", false, "yuv420p10le", true)]
    [InlineData("bt709", "bt709", true, "yuv420p", true)]
    public async Task Colours_of_other_standards_are_shown_as_they_were_meant(string matrix, string primaries, bool full, string format, bool zimg)
    {
        var name = $"bars-{matrix}-{primaries}-{full}";
        var raw = bench.Media.Write($"{name}.raw", ColourBars.Coded(matrix, primaries, full));
        var clip = await FilmBench.FileAsync(await bench.Media.MakeAsync($"{name}-{zimg}.mp4",
            $"-f rawvideo -pix_fmt yuv444p10le -s 160x90 -r 24 -i file:{raw} -vf scale=in_range=pc:out_range=pc,format={format} -c:v libx264 -preset ultrafast -qp 0 -threads 1 "
                + $"-colorspace {matrix} -color_primaries {primaries} -color_trc bt709 -color_range {(full ? "pc" : "tv")}"));
        var source = await new SourceLook(bench.Tools).ClipAsync(clip, 0, Ct);
        if (!zimg) source = source with { Colours = source.Colours with { HasZimg = false } };
        var made = await bench.ComposeAsync(Film(new FilmSpan(0, 2, source)), $"{name}-{zimg}-film.mp4");
        var pixels = await bench.RawAsync(made.Path, "-frames:v", "1", "-vf",
            "scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=bicubic+accurate_rnd+full_chroma_int,format=rgb24", "-f", "rawvideo");
        foreach (var (bar, found) in ColourBars.Bars.Zip(ColourBars.Seen(pixels)))
            Assert.True(Math.Abs(bar.R - found.R) <= 3 && Math.Abs(bar.G - found.G) <= 3 && Math.Abs(bar.B - found.B) <= 3, $"{found} instead of {bar}");
    }

    [Fact]
    public async Task A_turned_clip_stands_upright()
    {
        // Stored standing, its left half white. The file says to turn it a quarter against the clock, which lays the white half below.
        var stored = await bench.Media.MakeAsync("stored.mp4", "-f lavfi -i color=black:s=90x160:r=24:d=1,drawbox=x=0:y=0:w=45:h=160:c=white:t=fill -c:v libx264 -preset ultrafast -threads 1 -pix_fmt yuv420p");
        var turned = await FilmBench.FileAsync(await bench.Media.MakeAsync("turned.mp4", $"-i file:{stored} -c copy -metadata:s:v:0 rotate=90"));
        var made = await bench.ComposeAsync(Film(Span(0, 6, turned, 0, 1)), "upright.mp4");
        var (above, below) = ((await bench.LevelsAsync(made.Path, "160:40:0:0"))[3], (await bench.LevelsAsync(made.Path, "160:40:0:50"))[3]);
        Assert.True(above < 40 && below > 200, $"{above} above, {below} below");
    }

    [Theory]
    [InlineData(0.05, 235)]
    [InlineData(0.95, 16)]
    public async Task A_tall_frame_keeps_the_subject(double x, int level)
    {
        var wide = await FilmBench.FileAsync(await bench.Media.MakeAsync("sides.mp4",
            "-f lavfi -i color=black:s=320x180:r=24:d=1,drawbox=x=0:y=0:w=160:h=180:c=white:t=fill -c:v libx264 -preset ultrafast -threads 1 -pix_fmt yuv420p -colorspace bt709"));
        var film = Film(Span(0, 4, wide, 0, 1) with { Subject = new Focus(x, 0.5) }).InShape(new FrameSize(90, 160));
        AssertNear([level, level, level, level], await bench.LevelsAsync((await bench.ComposeAsync(film, $"tall{level}.mp4")).Path));
    }

    [Fact]
    public async Task A_padded_clip_is_whole_with_black_beside_it()
    {
        var square = await bench.ClipAsync(200, size: "120x120");
        var made = await bench.ComposeAsync(Film(Span(0, 4, square) with { Fit = Fit.Pad }), "padded.mp4");
        AssertNear([16, 200, 16], [(await bench.LevelsAsync(made.Path, "20:90:4:0"))[1], (await bench.LevelsAsync(made.Path, "60:80:50:5"))[1], (await bench.LevelsAsync(made.Path, "20:90:136:0"))[1]]);
    }

    [Fact]
    public async Task A_still_moves_slowly_and_without_a_jump()
    {
        // Brighter to the right: a move to the right gets brighter frame by frame.
        var picture = await FilmBench.FileAsync(await bench.Media.MakeAsync("slope.png", "-f lavfi -i nullsrc=s=400x225:r=1:d=1,geq=r='X/2':g='X/2':b='X/2',format=rgb24 -frames:v 1"));
        var source = await new SourceLook(bench.Tools).PictureAsync(picture, Ct);
        Assert.Equal((400, 225), (source.Width, source.Height));
        var film = Film(new FilmSpan(0, 20, source with { Move = new(new(0, 0.5, 1.5), new(1, 0.5, 1.5)) }), new FilmSpan(20, 10, ColourSource.Black) { In = new(TransitionKind.CrossFade, 4) });
        var levels = await bench.LevelsAsync((await bench.ComposeAsync(film, "slow.mp4")).Path);
        Assert.Equal(30, levels.Length);
        for (var i = 1; i < 18; i++) Assert.InRange(levels[i] - levels[i - 1], 1, 4);
    }

    private async Task<SourceFile> WithSoundAsync() => await FilmBench.FileAsync(await bench.Media.MakeAsync("sounding.mp4",
        "-f lavfi -i nullsrc=s=160x90:r=24:d=2,geq=lum='40+2.5*N':cb=128:cr=128,format=yuv420p -f lavfi -i sine=d=2 -c:v libx264 -preset ultrafast -qp 0 -threads 1 -colorspace bt709 -c:a aac"));
}
