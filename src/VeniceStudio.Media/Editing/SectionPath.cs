namespace VeniceStudio.Media.Editing;

/// <summary>All ways of cutting one section, and the best of them for any weight of money.</summary>
internal sealed class SectionPath
{
    /// <summary>Makes a broken limit dearer than everything else: waste weighs up to 1e5 for each second (see <see cref="CutPlanner"/>).</summary>
    private const double Never = 1e10;

    /// <summary>What filling a slot with a clip slowed by the most that is allowed costs; as much as a cut in the middle of a bar.</summary>
    private const double Slow = 0.5;

    private readonly CutGround _ground;
    private readonly ShotLimits _limits;
    private readonly ClipLengths _lengths;
    private readonly double _bestRate;
    private readonly int[] _from;
    private readonly ShotCost[][] _into;

    public SectionPath(CutGround ground, ShotLimits limits, ClipLengths lengths)
    {
        (_ground, _limits, _lengths, _bestRate) = (ground, limits, lengths, lengths.BestRate);
        var points = ground.Points;
        // A longer shot has room for two within the limits, so only the next point may lie farther away, for where points are missing.
        var window = limits.Longest + 2 * limits.Shortest;
        (_from, _into) = (new int[points.Count], new ShotCost[points.Count][]);
        _into[0] = [];
        for (var (to, from) = (1, 0); to < points.Count; to++)
        {
            while (from < to - 1 && points[to].Seconds - points[from].Seconds > window) from++;
            _from[to] = from;
            _into[to] = new ShotCost[to - from];
            for (var i = from; i < to; i++) _into[to][i - from] = Cost(i, to);
        }
    }

    public CutGround Ground => _ground;

    /// <summary>The points of the cuts, from the section's first to its last, for which taste + thrift × waste is least.</summary>
    /// <param name="thrift">What a wasted second costs, in units of taste.</param>
    public int[] Best(double thrift)
    {
        var count = _into.Length;
        var (cost, back) = (new double[count], new int[count]);
        for (var to = 1; to < count; to++)
        {
            cost[to] = double.PositiveInfinity;
            for (var i = 0; i < _into[to].Length; i++)
            {
                var shot = _into[to][i];
                var sum = cost[_from[to] + i] + shot.Taste + thrift * shot.Waste + Never * shot.Breach;
                if (sum < cost[to]) (cost[to], back[to]) = (sum, _from[to] + i);
            }
        }
        var cuts = new List<int> { count - 1 };
        while (cuts[^1] > 0) cuts.Add(back[cuts[^1]]);
        cuts.Reverse();
        return [.. cuts];
    }

    /// <summary>What a shot between two points costs.</summary>
    public ShotCost Cost(int from, int to)
    {
        var (start, end) = (_ground.Points[from], _ground.Points[to]);
        var length = end.Seconds - start.Seconds;
        // All terms go by the shot's share of the section (length over wish), or few long shots would always win over many short ones.
        // Equal lengths in a row cost nothing: music is regular too.
        var share = length / _ground.Wished;
        var far = Math.Log(share);
        var slowed = Math.Max(0, Math.Min(length, _limits.Reach) / _limits.LongestClip - 1) / (ClipLengths.Slowing - 1);
        return new ShotCost(
            share * (far * far + (start.Off + end.Off) / 2 + Slow * slowed),
            Math.Max(0, _lengths.Worth(_lengths.Buy(length), _bestRate) - length),
            _limits.Breach(length));
    }
}

/// <summary>What a shot costs, apart by kind.</summary>
/// <param name="Taste">Distance from the wished length and from the music's joints; 0 is perfect.</param>
/// <param name="Waste">Seconds that are paid and not shown.</param>
/// <param name="Breach">See <see cref="ShotLimits.Breach"/>.</param>
internal readonly record struct ShotCost(double Taste, double Waste, double Breach);
