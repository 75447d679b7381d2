using System.Diagnostics;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;
using VeniceStudio.Tests.Media;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// What the cut planner buys for twenty songs at five paces, beside cutting on the nearest beat at the same pace, for all lengths that
/// the catalogue's models sell; how many of its cuts are on a bar; and how long it takes.
/// </summary>
internal static class Plans
{
    private static readonly CutPace[] Paces = Enum.GetValues<CutPace>();

    public static Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        var measures = new List<Measure>();
        foreach (var (name, seconds) in CutSongs.Lengths)
        {
            var (paid, rival, used, above) = Bills(new ClipLengths(seconds, null, null));
            measures.Add(new(
                $"clips of {(seconds.Length == 0 ? "any length" : name + " s")}: seconds paid for one shown", $"{paid / used:0.00}", $"nearest beat {rival / used:0.00}", $"{paid / rival:0.00}",
                "no song above it", above == 0));
        }
        measures.AddRange(Paces.Select(Bars));
        measures.Add(Time("5 minutes", 300, "< 50 ms"));
        measures.Add(Time("12 minutes", 720, ""));
        return Task.FromResult<IReadOnlyList<Measure>>(measures);
    }

    private static (double Paid, double Rival, double Used, int Above) Bills(ClipLengths lengths)
    {
        var (paid, rival, used, above) = (0.0, 0.0, 0.0, 0);
        foreach (var (song, taste) in CutSongs.All.SelectMany(song => Paces.Select(pace => (song.Song, CutTaste.Of(pace)))))
        {
            var (ours, theirs) = (CutPlanner.Plan(song, taste, lengths), NearestBeatPlan.Plan(song, taste, lengths));
            (paid, rival, used) = (paid + ours.PaidSeconds, rival + theirs.PaidSeconds, used + ours.UsedSeconds);
            if (ours.PaidSeconds > theirs.PaidSeconds + 1e-6) above++;
        }
        return (paid, rival, used, above);
    }

    private static Measure Bars(CutPace pace)
    {
        var (ours, theirs) = (Of(CutPlanner.Plan), Of(NearestBeatPlan.Plan));
        return new($"{pace}, clips of 5 10 s: cuts on a bar", Words(ours), $"nearest beat {Words(theirs)}", $"{ours.OnBar / theirs.OnBar:0.00}", "", null);

        (double OnBar, double Mean) Of(Func<HeardSong, CutTaste, ClipLengths, CutPlan> plan)
        {
            var (bars, cuts, seconds) = (0, 0, 0.0);
            foreach (var song in CutSongs.All.Where(song => song.Song.Grid.Meter > 0).Select(song => song.Song))
            {
                var downbeats = song.Grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds).ToHashSet();
                var shots = plan(song, CutTaste.Of(pace), new ClipLengths([5, 10], null, null)).Shots;
                (bars, cuts, seconds) = (bars + shots.Skip(1).Count(shot => downbeats.Contains(shot.Start)), cuts + shots.Count - 1, seconds + song.Duration);
            }
            return ((double)bars / cuts, seconds / cuts);
        }

        static string Words((double OnBar, double Mean) of) => $"{of.OnBar:0%}, shots of {of.Mean:0.0} s";
    }

    private static Measure Time(string name, double duration, string target)
    {
        var song = CutSong.OfBars(name, duration, _ => 174, 4, [8, 16]).Song;
        var times = new List<double>();
        for (var i = 0; i < 1_100; i++)
        {
            var (taste, seconds) = (CutTaste.Of(Paces[i % Paces.Length]), CutSongs.Lengths[i % CutSongs.Lengths.Count].Seconds);
            // As the studio asks: with the price of every length.
            var lengths = new ClipLengths(seconds, null, seconds.ToDictionary(length => length, length => (long)(length * 70_000)));
            var begun = Stopwatch.GetTimestamp();
            CutPlanner.Plan(song, taste, lengths);
            // The first hundred compile the code.
            if (i >= 100) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        var (half, most) = (Measure.Percentile(times, 0.5), Measure.Percentile(times, 0.99));
        return new($"planning a song of {name}, p50 / p99", $"{half:0.0} / {most:0.0} ms", "", "-", target, target.Length > 0 ? most < 50 : null);
    }
}
