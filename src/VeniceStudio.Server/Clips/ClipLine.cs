using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

/// <summary>A clip on its way, as far as its time is concerned.</summary>
/// <param name="Project">Whose turns it takes; null for a clip of its own, which takes none.</param>
/// <param name="Begun">When Venice began; null for one that stands in line.</param>
/// <param name="Takes">How long Venice usually takes; null when nobody knows.</param>
/// <param name="AtVenice">Whether it keeps one of its project's turns.</param>
internal sealed record ClipUnderWay(Guid Batch, Guid? Project, DateTimeOffset? Begun, TimeSpan? Takes, bool AtVenice);

/// <summary>
/// When orders should be there. The line is played through as the studio works it off: the oldest first, no more of a project at a time than it
/// wants, no more purchases a minute than Venice takes, each as long as its model usually takes (list scheduling; R. L. Graham 1966).
/// </summary>
/// <param name="atOnce">How many clips of a project may be at Venice at the same time.</param>
/// <param name="perMinute">Purchases that Venice takes within a minute.</param>
/// <param name="purchases">Those of the last minute, the earliest first.</param>
internal sealed class ClipLine(Func<Guid, int> atOnce, int perMinute, IEnumerable<DateTimeOffset> purchases, DateTimeOffset now)
{
    // Later than every known moment, so that what waits for an unknown end is unknown itself.
    private static readonly DateTimeOffset Unknown = DateTimeOffset.MaxValue;

    private readonly Dictionary<Guid, PriorityQueue<DateTimeOffset, DateTimeOffset>> _turns = [];
    private readonly List<DateTimeOffset> _purchases = [.. purchases];

    /// <summary>
    /// The instant at which each order should be complete; null where nobody can say: a model without a known time, or nothing in line and
    /// a clip that already takes longer than usual.
    /// </summary>
    /// <param name="clips">Everything of one account that is on its way, the oldest first.</param>
    public IReadOnlyDictionary<Guid, DateTimeOffset?> ReadyAt(IReadOnlyList<ClipUnderWay> clips)
    {
        var ends = clips.Where(clip => clip.Begun is not null).Select(clip => (clip, End: Running(clip))).ToList();
        ends.AddRange(clips.Where(clip => clip.Begun is null).Select(clip => (clip, InLine(clip))));
        return ends.GroupBy(one => one.clip.Batch).ToDictionary(batch => batch.Key, batch => Last([.. batch]));
    }

    private DateTimeOffset? Last(IReadOnlyList<(ClipUnderWay Clip, DateTimeOffset End)> batch)
    {
        var late = batch.Any(one => one.Clip.AtVenice && one.End <= now) && batch.All(one => one.Clip.Begun is not null);
        var last = batch.Max(one => one.End);
        return late || last == Unknown ? null : last;
    }

    private DateTimeOffset Running(ClipUnderWay clip)
    {
        if (!clip.AtVenice) return now;
        var end = clip.Takes is { } takes ? clip.Begun!.Value + takes : Unknown;
        if (clip.Project is { } project) Turns(project).Enqueue(end, end);
        return end;
    }

    private DateTimeOffset InLine(ClipUnderWay clip)
    {
        var begin = Paced(Turn(clip.Project));
        var end = begin == Unknown || clip.Takes is not { } takes ? Unknown : begin + takes;
        if (clip.Project is { } project) Turns(project).Enqueue(end, end);
        return end;
    }

    /// <summary>When the project has a turn for its next clip.</summary>
    private DateTimeOffset Turn(Guid? project)
    {
        if (project is not { } id || Turns(id).Count < atOnce(id)) return now;
        var freed = Turns(id).Dequeue();
        return freed > now ? freed : now;
    }

    /// <summary>The first moment from <paramref name="wanted"/> on at which Venice takes one more purchase.</summary>
    private DateTimeOffset Paced(DateTimeOffset wanted)
    {
        if (wanted == Unknown) return Unknown;
        var begin = wanted;
        if (_purchases.Count >= perMinute && _purchases[^perMinute] + Pacer.Minute is var free && free > begin) begin = free;
        var place = _purchases.BinarySearch(begin);
        _purchases.Insert(place < 0 ? ~place : place, begin);
        return begin;
    }

    private PriorityQueue<DateTimeOffset, DateTimeOffset> Turns(Guid project)
    {
        if (!_turns.TryGetValue(project, out var turns)) _turns[project] = turns = new();
        return turns;
    }
}
