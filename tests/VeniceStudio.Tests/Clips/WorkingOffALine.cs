using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Tests.Clips;

/// <summary>When orders should be complete: two minutes for each clip, if nothing else is said.</summary>
public sealed class WorkingOffALine
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Film = new("00000000-0000-0000-0000-00000000f11b");
    private static readonly Guid Order = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Later = new("00000000-0000-0000-0000-00000000000b");

    [Fact]
    public void Clips_under_way_are_there_when_the_last_of_them_is() =>
        Assert.Equal(Minutes(1.5), ReadyAt(2, [Begun(-1), Begun(-0.5)]));

    [Fact]
    public void Those_in_line_take_the_turns_that_come_free_one_after_another() =>
        // Turns come free after 1 and 1.5 minutes: the clips in line end at 3, 3.5 and 5.
        Assert.Equal(Minutes(5), ReadyAt(2, [Begun(-1), Begun(-0.5), InLine(), InLine(), InLine()]));

    [Fact]
    public void A_turn_that_is_free_is_taken_now() => Assert.Equal(Minutes(2), ReadyAt(3, [Begun(-1), InLine(), InLine()]));

    [Fact]
    public void Venice_takes_no_more_purchases_a_minute_than_it_says() =>
        // Three at once, the fourth to sixth a minute later, the seventh after two.
        Assert.Equal(Minutes(2) + 2 * Pacer.Minute, ReadyAt(40, [.. Enumerable.Repeat(InLine(), 7)], perMinute: 3));

    [Fact]
    public void What_was_bought_within_the_last_minute_counts_against_that_limit() =>
        Assert.Equal(Minutes(1.75) + Pacer.Minute, ReadyAt(40, [InLine()], perMinute: 2, Minutes(-0.5), Minutes(-0.25), Minutes(-0.25)));

    [Fact]
    public void What_is_being_fetched_keeps_no_turn() =>
        Assert.Equal(Minutes(2), ReadyAt(1, [Begun(-3) with { AtVenice = false }, InLine()]));

    [Fact]
    public void Nobody_says_when_a_clip_comes_that_takes_longer_than_usual() => Assert.Null(ReadyAt(2, [Begun(-1), Begun(-3)]));

    [Fact]
    public void A_line_goes_on_behind_a_clip_that_takes_longer_than_usual() => Assert.Equal(Minutes(2), ReadyAt(1, [Begun(-3), InLine()]));

    [Fact]
    public void Nobody_says_when_a_clip_comes_whose_model_nobody_has_seen_at_work()
    {
        Assert.Null(ReadyAt(2, [Begun(-1), Begun(-1) with { Takes = null }]));
        Assert.Null(ReadyAt(1, [Begun(-1) with { Takes = null }, InLine()]));
        Assert.Null(ReadyAt(2, [Begun(-1), InLine() with { Takes = null }]));
    }

    [Fact]
    public void An_order_waits_behind_the_older_ones_of_its_project_only()
    {
        ClipUnderWay[] clips = [Begun(-1), InLine(), InLine() with { Batch = Later }];
        Assert.Equal(Minutes(5), Line(1, 40).ReadyAt(clips)[Later]);
        clips[2] = clips[2] with { Project = Guid.NewGuid() };
        Assert.Equal(Minutes(2), Line(1, 40).ReadyAt(clips)[Later]);
        clips[2] = clips[2] with { Project = null };
        Assert.Equal(Minutes(2), Line(1, 40).ReadyAt(clips)[Later]);
    }

    private static DateTimeOffset Minutes(double minutes) => Now + TimeSpan.FromMinutes(minutes);

    private static DateTimeOffset? ReadyAt(int atOnce, ClipUnderWay[] clips, int perMinute = 40, params DateTimeOffset[] purchases) =>
        Line(atOnce, perMinute, purchases).ReadyAt(clips)[Order];

    private static ClipLine Line(int atOnce, int perMinute, params DateTimeOffset[] purchases) => new(_ => atOnce, perMinute, purchases, Now);

    private static ClipUnderWay Begun(double minutes) => new(Order, Film, Minutes(minutes), TimeSpan.FromMinutes(2), AtVenice: true);

    private static ClipUnderWay InLine() => new(Order, Film, null, TimeSpan.FromMinutes(2), AtVenice: false);
}
