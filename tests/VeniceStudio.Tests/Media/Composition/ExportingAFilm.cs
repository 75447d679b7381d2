using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Tests.Media.Ffmpeg;
using static VeniceStudio.Tests.Media.Composition.FilmBench;

namespace VeniceStudio.Tests.Media.Composition;

public sealed class ExportingAFilm(FilmBench bench) : IClassFixture<FilmBench>
{
    [Fact]
    public async Task An_MP4_is_copied_in_its_own_size_and_scaled_to_a_smaller_one()
    {
        var film = await FilmAsync();
        await ExportAsync(ExportPlan.Mp4(film, null), "source.mp4");
        Assert.Equal(await bench.LevelsAsync(film.Path), await bench.LevelsAsync(bench.Media.PathOf("source.mp4")));
        await ExportAsync(ExportPlan.Mp4(film, 54), "small.mp4");
        Assert.Equal("h264,96,54;aac", await bench.ProbeAsync(bench.Media.PathOf("small.mp4"), "stream=codec_name,width,height"));
        AssertNear(await bench.LevelsAsync(film.Path), await bench.LevelsAsync(bench.Media.PathOf("small.mp4")));
    }

    [Fact]
    public async Task A_WebM_has_all_frames_in_VP9_and_sound_in_Opus()
    {
        var film = await FilmAsync();
        await ExportAsync(ExportPlan.WebM(film, 72), "film.webm");
        Assert.Equal("vp9,128,72;opus", await bench.ProbeAsync(bench.Media.PathOf("film.webm"), "stream=codec_name,width,height"));
        AssertNear(await bench.LevelsAsync(film.Path), await bench.LevelsAsync(bench.Media.PathOf("film.webm")), within: 6);
    }

    [Fact]
    public async Task A_GIF_loops_and_shrinks_until_it_fits()
    {
        var film = await FilmAsync();
        var free = await new FilmExporting(bench.Tools).ExportGifAsync(film, new(12, 36), 5_000_000, bench.Media.PathOf("free.gif"), Ct);
        Assert.Equal(0, free.Step);
        var tight = await new FilmExporting(bench.Tools).ExportGifAsync(film, new(12, 36), free.Bytes * 6 / 10, bench.Media.PathOf("tight.gif"), Ct);
        Assert.True(tight.Step > 0 && tight.Bytes <= free.Bytes * 6 / 10);
        var bytes = await File.ReadAllBytesAsync(bench.Media.PathOf("tight.gif"), Ct);
        Assert.Equal(ContentKind.Gif, ContentSniff.Of(bytes));
        Assert.True(bytes.AsSpan().IndexOf("NETSCAPE2.0"u8) > 0);
        await Assert.ThrowsAsync<MediaException>(() => new FilmExporting(bench.Tools).ExportGifAsync(film, new(12, 36), 100, bench.Media.PathOf("none.gif"), Ct));
        Assert.False(File.Exists(bench.Media.PathOf("none.gif")));
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(17, 30)]
    public async Task A_stretch_begins_and_ends_on_its_frame(int start, int frames)
    {
        var film = await FilmAsync();
        await ExportAsync(ExportPlan.Stretch(film, new(start, frames)), $"teaser{start}.mp4");
        AssertNear((await bench.LevelsAsync(film.Path))[start..(start + frames)], await bench.LevelsAsync(bench.Media.PathOf($"teaser{start}.mp4")));
        var seconds = (await bench.Media.SamplesAsync(bench.Media.PathOf($"teaser{start}.mp4"))).Length / 44100.0;
        Assert.InRange(seconds, frames / 24.0 - 0.001, frames / 24.0 + 0.03);
    }

    [Fact]
    public async Task A_loop_closes()
    {
        var film = await FilmAsync();
        var levels = await bench.LevelsAsync(film.Path);
        await ExportAsync(LoopPlan.Of(film, new(20, 24), join: 6), "loop.mp4");
        var loop = await bench.LevelsAsync(bench.Media.PathOf("loop.mp4"));
        Assert.Equal(24, loop.Length);
        AssertNear(levels[20..38], loop[..18]);
        for (var i = 0; i < 6; i++)
        {
            var part = (i + 1) / 7.0;
            Assert.InRange(loop[18 + i], levels[38 + i] * (1 - part) + levels[14 + i] * part - 3, levels[38 + i] * (1 - part) + levels[14 + i] * part + 3);
        }
        var seconds = (await bench.Media.SamplesAsync(bench.Media.PathOf("loop.mp4"))).Length / 44100.0;
        Assert.InRange(seconds, 0.999, 1.03);
        Assert.Throws<ArgumentException>(() => LoopPlan.Of(film, new(3, 24), join: 6));
    }

    [Fact]
    public async Task A_poster_is_the_wanted_frame()
    {
        var film = await FilmAsync();
        await ExportAsync(ExportPlan.Poster(film, 30), "poster.jpg");
        var (level, pixels) = ((await bench.LevelsAsync(film.Path))[30], await bench.Media.PixelsAsync(bench.Media.PathOf("poster.jpg")));
        Assert.Equal(160 * 90 * 3, pixels.Length);
        Assert.InRange(pixels[0], (level - 16) * 255 / 219 - 4, (level - 16) * 255 / 219 + 4);
    }

    [Fact]
    public async Task Captions_travel_as_a_track()
    {
        var film = await FilmAsync();
        var sheet = new LyricSheet([new("Hello there", 0.5, 1.5, LyricSupport.Heard, [])]);
        var srt = bench.Media.Write("words.srt", System.Text.Encoding.UTF8.GetBytes(LyricFiles.Write(sheet, LyricFormat.Srt)));
        await ExportAsync(ExportPlan.WithCaptionTrack(film, srt, "eng"), "tracked.mp4");
        Assert.Equal("h264;aac;mov_text,eng", await bench.ProbeAsync(bench.Media.PathOf("tracked.mp4"), "stream=codec_name:stream_tags=language") is var said
            ? said.Replace(",und", "", StringComparison.Ordinal) : "");
    }

    [Fact]
    public void A_teaser_takes_the_strongest_bars_and_keeps_to_downbeats()
    {
        var song = Song();
        var teaser = Highlights.Teaser(song, 15);
        Assert.Equal((32, 46), (teaser.Start, teaser.End));   // seven bars of the chorus from its first
        Assert.All([teaser.Start, teaser.End], edge => Assert.Contains(song.Grid.Beats, beat => beat.IsDownbeat && beat.Seconds == edge));
        Assert.Equal(new SongStretch(0, 80), Highlights.Teaser(song, 100));
        var pulseless = song with { Grid = song.Grid with { Beats = [] } };
        Assert.Equal(new SongStretch(32, 47), Highlights.Teaser(pulseless, 15));
    }

    [Fact]
    public void A_loop_is_some_bars_of_the_strongest_part_with_a_moment_before_it()
    {
        var loop = Highlights.Loop(Song(), 0.5)!.Value;
        Assert.Equal((32, 36), (loop.Start, loop.End));
        Assert.Null(Highlights.Loop(Song() with { Duration = 2, Grid = Song().Grid with { Beats = [] } }, 0.5));
    }

    /// <summary>80 s in 120 beats a minute: a verse, a chorus from 32 to 56 s, and an end.</summary>
    private static HeardSong Song() => new(80,
        new BeatGrid([.. Enumerable.Range(0, 160).Select(i => new Beat(i * 0.5, i % 4 + 1))], 4, 120, [], 1, []),
        [new(0, 32, SectionRole.Verse, 0.4, 2, null, ""), new(32, 56, SectionRole.Chorus, 1, 4, null, ""), new(56, 80, SectionRole.Outro, 0.2, 1, null, "")]);

    private async Task<FilmFile> FilmAsync()
    {
        var path = bench.Media.PathOf("exported.mp4");
        if (!File.Exists(path))
        {
            var (one, two) = (await bench.ClipAsync(40, 3), await bench.ClipAsync(200, -2));
            var song = await new SourceLook(bench.Tools).SongAsync(await FileAsync(await bench.Media.MakeAsync("tone.wav", "-f lavfi -i sine=d=3")), Ct);
            await bench.ComposeAsync(Film(Span(0, 24, one), Span(24, 24, two)) with { Song = song }, "exported.mp4");
        }
        return new(path, Rate, Size, 48);
    }

    private async Task ExportAsync(ExportPlan plan, string name) => Assert.True(await new FilmExporting(bench.Tools).ExportAsync(plan, bench.Media.PathOf(name), null, Ct) > 0);
}
