using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Composition;

public sealed class MappingAClip
{
    private static readonly SourceFile File = new("/m/a.mp4", "a", ContentKind.Mp4);

    private static readonly int[] Inside = [0, 1, 23, 24, 35], Handles = [-1, -12, -30], Filled = [0, 11, 12, 13, 23, 24, 25];

    [Fact]
    public void A_clip_that_is_long_enough_runs_as_it_is_and_lends_its_handles()
    {
        var map = Map(seconds: 2, from: 0.5, frames: 24);
        Assert.Equal(1, map.Speed);
        Assert.Equal([0, 1, 23, 24, 35], Inside.Select(map.At));
        Assert.Equal(35, map.At(60));   // past the clip's end its last picture stands
        Assert.Equal([-1, -12, -12], Handles.Select(map.At));
    }

    [Fact]
    public void A_clip_a_little_short_is_slowed_to_fit()
    {
        var map = Map(seconds: 1, from: 0, frames: 27);
        Assert.Equal(24.0 / 27, map.Speed, 1e-9);
        Assert.Equal(Enumerable.Range(0, 27), Enumerable.Range(0, 27).Select(map.At));
    }

    [Theory]
    [InlineData(WhenShort.Hold, new[] { 0, 11, 11, 11, 11, 11, 11 })]
    [InlineData(WhenShort.Loop, new[] { 0, 11, 0, 1, 11, 0, 1 })]
    [InlineData(WhenShort.PingPong, new[] { 0, 11, 10, 9, 1, 2, 3 })]
    public void A_clip_far_too_short_is_slowed_by_15_percent_and_then_follows_its_rule(WhenShort rule, int[] expected)
    {
        var map = Map(seconds: 10.0 / 24, from: 0, frames: 40, rule);
        Assert.Equal(0.85, map.Speed);
        Assert.Equal(expected, Filled.Select(map.At));
    }

    [Fact]
    public void A_wanted_speed_is_held_to_what_nobody_sees()
    {
        Assert.Equal(1.15, new ClipMap(new ClipSource(File, 0, 9) { Speed = 3 }, 24, new FrameRate(24, 1), WhenShort.Hold, 0, 0).Speed);
        Assert.Equal(0.85, new ClipMap(new ClipSource(File, 0, 9) { Speed = 0.1 }, 24, new FrameRate(24, 1), WhenShort.Hold, 0, 0).Speed);
    }

    [Fact]
    public void A_match_cut_stands_still_on_both_sides_and_then_moves_on_without_a_jump()
    {
        var right = new ClipMap(new ClipSource(File, 0.5, 4), 24, new FrameRate(24, 1), WhenShort.Hold, holdIn: 4, holdOut: 0);
        Assert.Equal([0, 0, 0, 0, 0, 1, 2], Enumerable.Range(0, 7).Select(right.At));
        var left = new ClipMap(new ClipSource(File, 0.5, 4), 24, new FrameRate(24, 1), WhenShort.Hold, holdIn: 0, holdOut: 4);
        Assert.Equal([18, 19, 19, 19, 19, 19], Enumerable.Range(18, 6).Select(left.At));
    }

    [Fact]
    public void Samples_are_read_in_pieces_that_show_exactly_them()
    {
        int[] samples = [-2, -2, -2, -1, 0, 1, 2, 2, 2, 1, 0, 1, 2, 0, 1, 2];
        var pieces = FramePiece.Of(samples);
        Assert.Equal(samples, pieces.SelectMany(Shown));
        Assert.Equal(samples.Length, pieces.Sum(piece => piece.Frames));
        Assert.True(pieces.Count <= 5, $"{pieces.Count} pieces");
    }

    [Fact]
    public void Whatever_is_asked_for_is_shown_in_bounded_pieces()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var map = Map(0.1 + random.NextDouble() * 6, 0, 1 + random.Next(300), (WhenShort)random.Next(3));
            var from = random.Next(-20, 20);
            var samples = Enumerable.Range(from, 1 + random.Next(200)).Select(map.At).ToList();
            var pieces = FramePiece.Of(samples);
            Assert.Equal(samples, pieces.SelectMany(Shown));
            Assert.All(pieces, piece => Assert.True(!piece.IsBackwards || piece.Count <= FramePiece.MostBackwards));
        }
    }

    private static ClipMap Map(double seconds, double from, int frames, WhenShort rule = WhenShort.Hold) =>
        new(new ClipSource(File, from, seconds), frames, new FrameRate(24, 1), rule, 0, 0);

    private static IEnumerable<int> Shown(FramePiece piece) =>
        [.. Enumerable.Repeat(piece.First, piece.HoldBefore),
         .. Enumerable.Range(0, piece.Count).Select(i => piece.IsBackwards ? piece.First - i : piece.First + i),
         .. Enumerable.Repeat(piece.Last, piece.HoldAfter)];
}
