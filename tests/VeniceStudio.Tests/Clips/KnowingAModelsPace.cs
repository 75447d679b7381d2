using VeniceStudio.Server.Clips;

namespace VeniceStudio.Tests.Clips;

/// <summary>How long a clip should take, while the first ones of its model come home.</summary>
public sealed class KnowingAModelsPace
{
    private static readonly TimeSpan Named = TimeSpan.FromMinutes(2);

    [Fact]
    public void What_Venice_names_counts_while_only_the_quickest_of_those_that_go_together_are_home() =>
        Assert.Equal(Named, Pace(60, 70).Usual(atVenice: 3));

    [Fact]
    public void The_middle_of_what_was_measured_counts_once_as_many_are_home_as_go_together() =>
        Assert.Equal(TimeSpan.FromSeconds(80), Pace(60, 90, 80).Usual(atVenice: 3));

    [Fact]
    public void No_more_are_waited_for_than_are_remembered() =>
        Assert.Equal(TimeSpan.FromSeconds(60), Pace([.. Enumerable.Repeat(60, ClipPace.Remembered)]).Usual(atVenice: 40));

    [Fact]
    public void What_was_measured_is_better_than_nothing() =>
        Assert.Equal(TimeSpan.FromSeconds(60), new ClipPace([TimeSpan.FromSeconds(60)], null).Usual(atVenice: 3));

    [Fact]
    public void Nobody_knows_a_model_that_nobody_has_seen_at_work() => Assert.Null(new ClipPace([], null).Usual(atVenice: 1));

    private static ClipPace Pace(params int[] seconds) => new([.. seconds.Select(one => TimeSpan.FromSeconds(one))], Named);
}
