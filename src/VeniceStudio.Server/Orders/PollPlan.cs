using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Orders;

/// <summary>
/// When to look next. Late at first, because nothing is done before half its usual time; then every tenth second at most, more
/// often only for models that are done within seconds; slower for all when many are under way, so that together they stay under
/// Venice's limit of looks (T6). How many browsers watch plays no part.
/// </summary>
public sealed class PollPlan(Pacer pacer)
{
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quickest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LatestFirst = TimeSpan.FromMinutes(2);

    /// <summary>How long after the order the first look is due; milliseconds of the model's usual time, null when unknown.</summary>
    public TimeSpan FirstLook(long? usualMs) =>
        usualMs is not { } usual ? TimeSpan.FromSeconds(5)
        : Clamp(TimeSpan.FromMilliseconds(usual / 2.0), Quickest, LatestFirst);

    public TimeSpan NextLook(Paced kind, long? usualMs, int underWay)
    {
        var own = usualMs is { } usual ? Clamp(TimeSpan.FromMilliseconds(usual / 12.0), Quickest, Slowest) : Slowest;
        // A little less than the limit is planned, so that nothing queues up before it. Of sound the pacer lets three quarters through steadily,
        // and purchases keep to the same limit: half of that is left to them.
        var fair = TimeSpan.FromMinutes(underWay / (pacer.PerMinute(kind) * (kind == Paced.Audio ? 0.35 : 0.9)));
        return own > fair ? own : fair;
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;
}
