using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Editing;

/// <summary>Makes a plan of chosen cuts.</summary>
internal static class CutAssembly
{
    public static CutPlan Plan(HeardSong song, ShotLimits limits, ClipLengths lengths, IReadOnlyList<(CutGround Ground, int[] Cuts)> sections)
    {
        var shots = new List<PlannedShot>();
        var free = new List<(double Start, double End)>();
        foreach (var (ground, cuts) in sections)
        {
            var times = EvenCuts.Of(ground, cuts, limits, lengths);
            for (var i = 1; i < times.Length; i++)
            {
                shots.Add(new PlannedShot(times[i - 1], times[i], ground.Section, lengths.Buy(times[i] - times[i - 1])));
                if (ground.Points[cuts[i - 1]].Free || ground.Points[cuts[i]].Free) free.Add((times[i - 1], times[i]));
            }
        }
        return new CutPlan(
            shots, shots.Sum(shot => shot.Paid), song.Duration,
            shots.Skip(1).All(shot => BeatSnap.NearestBeat(song.Grid.Beats, shot.Start) == shot.Start),
            CutNotes.Of(song, limits, shots, free));
    }
}
