using System.Globalization;
using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Editing;

/// <summary>What a creator should know about a plan, in sentences.</summary>
internal static class CutNotes
{
    private const int Named = 3;

    /// <summary>Null when there is nothing to say.</summary>
    /// <param name="song">What was cut.</param>
    /// <param name="limits">The shots' limits.</param>
    /// <param name="shots">The plan.</param>
    /// <param name="free">Shots that begin or end where there is no beat, in order.</param>
    public static string? Of(HeardSong song, ShotLimits limits, IReadOnlyList<PlannedShot> shots, IReadOnlyList<(double Start, double End)> free)
    {
        string?[] notes = [Beats(song, shots, free), Sections(song, shots, free), Short(limits, shots), Long(limits, shots)];
        return notes.All(note => note is null) ? null : string.Join(' ', notes.OfType<string>());
    }

    private static string? Beats(HeardSong song, IReadOnlyList<PlannedShot> shots, IReadOnlyList<(double Start, double End)> free)
    {
        if (shots.Count == 1) return null;
        if (!song.Grid.IsSteady) return "No steady beat was heard in this song, so its cuts are spread evenly between the changes of section.";
        var parts = new List<(double Start, double End)>();
        foreach (var shot in free)
        {
            if (parts.Count > 0 && parts[^1].End == shot.Start) parts[^1] = (parts[^1].Start, shot.End);
            else parts.Add(shot);
        }
        if (parts.Count == 0) return null;
        var named = string.Join(", ", parts.Take(Named).Select(part => $"{Clock(part.Start)} to {Clock(part.End)}"));
        var more = parts.Count > Named ? $" and {parts.Count - Named} more" : "";
        return $"There is no beat to cut on in places ({named}{more}); cuts are spread evenly there.";
    }

    private static string? Sections(HeardSong song, IReadOnlyList<PlannedShot> shots, IReadOnlyList<(double Start, double End)> free)
    {
        if (!song.Grid.IsSteady) return null;
        var loose = free.SelectMany(shot => new[] { shot.Start, shot.End }).ToHashSet();
        var off = shots.Skip(1).Count(shot => !loose.Contains(shot.Start) && BeatSnap.NearestBeat(song.Grid.Beats, shot.Start) != shot.Start);
        return off switch
        {
            0 => null,
            1 => "One section begins between two beats; the cut goes with the section.",
            _ => $"{off} sections begin between two beats; the cuts go with the sections.",
        };
    }

    private static string? Short(ShotLimits limits, IReadOnlyList<PlannedShot> shots) => shots.Count(shot => limits.IsShort(shot.Length)) switch
    {
        0 => null,
        1 => $"One shot is shorter than {Seconds(limits.Shortest)}, because its section leaves no room for more.",
        var count => $"{count} shots are shorter than {Seconds(limits.Shortest)}, because their sections leave no room for more.",
    };

    private static string? Long(ShotLimits limits, IReadOnlyList<PlannedShot> shots) => shots.Count(shot => limits.IsLong(shot.Length)) switch
    {
        0 => null,
        1 => $"One shot is longer than {Seconds(limits.Longest)}, because no cut within it would leave two that are long enough.",
        var count => $"{count} shots are longer than {Seconds(limits.Longest)}, because no cut within them would leave two that are long enough.",
    };

    private static string Seconds(double seconds) => seconds.ToString("0.##", CultureInfo.InvariantCulture) + " s";

    private static string Clock(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:00}");
}
