using System.Security.Cryptography;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using static VeniceStudio.Tests.Media.Composition.FilmBench;

namespace VeniceStudio.Tests.Media.Composition;

public sealed class ComposingAFilm(FilmBench bench) : IClassFixture<FilmBench>
{
    [Fact]
    public async Task Every_frame_of_a_cut_film_is_the_one_that_was_planned()
    {
        var rising = await bench.ClipAsync(30, 4);
        var flat = await bench.ClipAsync(200);
        var film = Film(Span(0, 13, rising, 0.25), Span(13, 7, flat), Span(20, 11, rising, 1));
        var made = await bench.ComposeAsync(film);
        Assert.Equal((31, 31), (made.Frames, film.TotalFrames));
        AssertNear([.. Levels(30 + 6 * 4, 4, 13), .. Levels(200, 0, 7), .. Levels(30 + 24 * 4, 4, 11)], await bench.LevelsAsync(made.Path));
        Assert.Equal("h264,160,90,1:1,yuv420p,tv,bt709,bt709,bt709,24/1", await bench.ProbeAsync(made.Path,
            "stream=codec_name,width,height,sample_aspect_ratio,pix_fmt,color_range,color_space,color_transfer,color_primaries,avg_frame_rate"));
    }

    [Fact]
    public async Task The_same_film_comes_out_the_same_and_another_take_costs_its_segment_only()
    {
        var (one, two, three) = (await bench.ClipAsync(50), await bench.ClipAsync(120, 1), await bench.ClipAsync(180));
        var film = Film(Span(0, 12, one), Span(12, 12, two), Span(24, 12, three));
        var first = await bench.ComposeAsync(film, "first.mp4", bench.Media.PathOf("s1"));
        var second = await bench.ComposeAsync(film, "second.mp4", bench.Media.PathOf("s2"));
        Assert.Equal(HashOf(first.Path), HashOf(second.Path));
        Assert.Equal((3, 0), (first.Encoded, first.Reused));

        var changed = await bench.ComposeAsync(film with { Spans = [film.Spans[0], Span(12, 12, one, 1), film.Spans[2]] }, "first.mp4", bench.Media.PathOf("s1"));
        Assert.Equal((1, 2), (changed.Encoded, changed.Reused));
        Assert.NotEqual(HashOf(changed.Path), HashOf(second.Path));
    }

    [Theory]
    [InlineData(24000, 1001)]
    [InlineData(25, 1)]
    [InlineData(30, 1)]
    public async Task Joints_are_on_the_frame_at_every_rate(int numerator, int denominator)
    {
        var (dark, light) = (await bench.ClipAsync(40), await bench.ClipAsync(220));
        FilmSpan[] spans = [.. Enumerable.Range(0, 9).Select(i => Span(i * 7, 7, i % 2 == 0 ? dark : light))];
        var made = await bench.ComposeAsync(Film(spans) with { Rate = new FrameRate(numerator, denominator) }, $"rate{numerator}.mp4");
        AssertNear([.. Enumerable.Range(0, 63).Select(frame => frame / 7 % 2 == 0 ? 40 : 220)], await bench.LevelsAsync(made.Path));
        var ticks = numerator == 24000 ? 1001 : 1000;
        var stamps = (await bench.ProbeAsync(made.Path, "packet=pts")).Split(';').Select(stamp => int.Parse(stamp.Trim(','), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(0, 63).Select(frame => frame * ticks), stamps.Order());
    }

    [Fact]
    public async Task A_cross_fade_steps_evenly_around_its_cut_and_takes_its_frames_from_the_handles()
    {
        var rising = await bench.ClipAsync(30, 2);
        var flat = await bench.ClipAsync(200);
        var made = await bench.ComposeAsync(Film(Span(0, 12, rising), Span(12, 12, flat, 0.5) with { In = new(TransitionKind.CrossFade, 6) }), "fade.mp4");
        int[] expected = [.. Enumerable.Range(0, 24).Select(frame => frame < 9 ? 30 + 2 * frame : frame >= 15 ? 200
            : (int)Math.Round((30 + 2 * frame) * (1 - (frame - 8) / 7.0) + 200 * (frame - 8) / 7.0))];
        AssertNear(expected, await bench.LevelsAsync(made.Path), within: 3);
    }

    [Theory]
    [InlineData(TransitionKind.DipToBlack)]
    [InlineData(TransitionKind.DipToWhite)]
    public async Task A_dip_is_deepest_on_its_cut(TransitionKind kind)
    {
        var (one, two) = (await bench.ClipAsync(100), await bench.ClipAsync(140));
        var made = await bench.ComposeAsync(Film(Span(0, 12, one), Span(12, 12, two) with { In = new(kind, 8) }), $"{kind}.mp4");
        var levels = await bench.LevelsAsync(made.Path);
        var deepest = kind == TransitionKind.DipToBlack ? levels.Min() : levels.Max();
        Assert.Equal((24, deepest), (levels.Length, levels[12]));
        Assert.InRange(deepest, kind == TransitionKind.DipToBlack ? 14 : 230, kind == TransitionKind.DipToBlack ? 19 : 237);
        AssertNear([100, 140], [levels[7], levels[16]]);
    }

    [Fact]
    public async Task A_whip_and_a_match_cut_keep_the_length_and_the_cut()
    {
        var (rising, flat) = (await bench.ClipAsync(30, 2), await bench.ClipAsync(200));
        var whip = await bench.LevelsAsync((await bench.ComposeAsync(Film(Span(0, 12, rising), Span(12, 12, flat) with { In = new(TransitionKind.Whip, 6) }), "whip.mp4")).Path);
        Assert.Equal(24, whip.Length);
        Assert.True(whip[10] < 125 && whip[13] > 115, string.Join(' ', whip));
        AssertNear([46, 200], [whip[8], whip[15]]);

        var match = await bench.LevelsAsync((await bench.ComposeAsync(Film(Span(0, 12, rising), Span(12, 12, rising, 1) with { In = new(TransitionKind.MatchHold, 6) }), "match.mp4")).Path);
        AssertNear([.. Levels(30, 2, 9), 46, 46, 46, 78, 78, 78, .. Levels(78, 2, 9)], match);
    }

    [Theory]
    [InlineData(WhenShort.Hold)]
    [InlineData(WhenShort.Loop)]
    [InlineData(WhenShort.PingPong)]
    public async Task A_clip_that_is_too_short_fills_its_span_by_its_rule_and_never_with_black(WhenShort rule)
    {
        var clip = await bench.ClipAsync(40, 8, frames: 17);   // 20 samples at 0.85
        var made = await bench.ComposeAsync(Film(new FilmSpan(0, 50, new ClipSource(clip, 0, 17.0 / 24)) { WhenShort = rule }), $"{rule}.mp4");
        var levels = await bench.LevelsAsync(made.Path);
        Assert.Equal(50, levels.Length);
        Assert.InRange(levels[19], 164, 170);
        AssertNear(rule switch
        {
            WhenShort.Hold => [levels[19], levels[19], levels[19]],
            WhenShort.Loop => [levels[0], levels[10], levels[9]],
            _ => [levels[18], levels[8], levels[11]],
        }, [levels[20], levels[30], levels[49]], within: 3);
    }

    [Fact]
    public async Task Long_footage_is_entered_where_it_is_wanted()
    {
        var clip = await bench.ClipAsync(20, 0.5, frames: 400);
        var made = await bench.ComposeAsync(Film(Span(0, 10, clip, 14, 400.0 / 24)), "long.mp4");
        var levels = await bench.LevelsAsync(made.Path);
        AssertNear([.. Enumerable.Range(0, 10).Select(frame => (int)(20 + 0.5 * (336 + frame)))], levels, within: 1);
        AssertNear(levels, await bench.LevelsAsync((await bench.ComposeAsync(Film(Span(0, 10, clip, 14, 400.0 / 24)) with { Fades = new(SoundIn: 1) }, "long2.mp4")).Path), within: 0);
    }

    [Fact]
    public async Task The_picture_fades_in_and_out_over_joints()
    {
        var clip = await bench.ClipAsync(200);
        var made = await bench.ComposeAsync(Film(Span(0, 8, clip), Span(8, 8, clip, 0.1), Span(16, 8, clip, 0.2)) with { Fades = new(PictureIn: 12, PictureOut: 12) }, "fades.mp4");
        var levels = await bench.LevelsAsync(made.Path);
        Assert.True(levels[0] < 20 && levels[23] < 40, string.Join(' ', levels));
        for (var i = 1; i < 12; i++) Assert.True(levels[i] > levels[i - 1] && levels[i + 11] > levels[i + 12], string.Join(' ', levels));
    }

    private static int[] Levels(int first, int step, int count) => [.. Enumerable.Range(0, count).Select(i => first + step * i)];

    private static string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
