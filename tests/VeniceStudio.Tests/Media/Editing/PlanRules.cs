using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Tests.Media;

/// <summary>What holds for every plan, said again without the planner's own code.</summary>
internal static class PlanRules
{
    private const double Rounding = 1e-6;

    /// <summary>A section within the song's last frame cannot be seen.</summary>
    private const double Frame = 1.0 / 24;

    /// <summary>The first rule that a plan breaks, in words; null when it keeps all.</summary>
    public static string? Broken(HeardSong song, CutTaste taste, double[] clips, CutPlan plan)
    {
        var (shots, beats) = (plan.Shots, song.Grid.Beats.Select(beat => beat.Seconds).ToHashSet());
        if (shots.Count == 0 || shots[0].Start != 0 || shots[^1].End != song.Duration) return "it does not go from the song's begin to its end";
        if (shots.Any(shot => shot.End <= shot.Start)) return "a shot has no length";
        if (shots.Zip(shots.Skip(1)).Any(pair => pair.First.End != pair.Second.Start)) return "there is a gap";
        var starts = shots.Select(shot => shot.Start).ToHashSet();
        if (song.Sections.FirstOrDefault(section => !starts.Contains(section.Start) && section.End - section.Start > Frame) is { } uncut) return $"the section at {uncut.Start} has no cut";
        var changes = song.Sections.Select(section => section.Start).ToHashSet();
        var loose = shots.Skip(1).Where(shot => !beats.Contains(shot.Start) && !changes.Contains(shot.Start)).ToList();
        if (loose.Find(shot => !IsFree(song, shot.Start, Most(taste, clips))) is { } off) return $"the cut at {off.Start} is on no beat";
        if (plan.OnBeats != shots.Skip(1).All(shot => beats.Contains(shot.Start))) return "it does not say truly whether it is on the beat";
        if (shots.FirstOrDefault(shot => shot.Section != SectionAt(song, shot.Start)) is { } lost) return $"the shot at {lost.Start} names another section";
        if (shots.FirstOrDefault(shot => Math.Abs(shot.Paid - Price(shot.End - shot.Start, clips)) > Rounding) is { } dear) return $"the shot at {dear.Start} pays {dear.Paid}";
        if (Math.Abs(plan.PaidSeconds - shots.Sum(shot => shot.Paid)) > Rounding || plan.UsedSeconds != song.Duration) return "its sums are wrong";
        return song.Sections.Select((section, i) => Limits(song, section, taste, clips, [.. shots.Where(shot => shot.Section == i)])).FirstOrDefault(text => text is not null);
    }

    /// <summary>Where no beat sounds for longer than a shot may last.</summary>
    private static bool IsFree(HeardSong song, double seconds, double longest)
    {
        if (!song.Grid.IsSteady) return true;
        var marks = song.Grid.Beats.Select(beat => beat.Seconds).Concat(song.Sections.Select(section => section.Start)).Append(song.Duration).ToList();
        return marks.Where(mark => mark > seconds).Min() - marks.Where(mark => mark < seconds).Max() > longest;
    }

    /// <summary>Limits hold wherever the beats of a section leave a way to hold them.</summary>
    private static string? Limits(HeardSong song, Section section, CutTaste taste, double[] clips, PlannedShot[] shots)
    {
        var (least, most) = (Math.Min(taste.Shortest, clips.DefaultIfEmpty(1e9).Max()) - Rounding, Most(taste, clips) + Rounding);
        if (shots.All(shot => shot.Length >= least && shot.Length <= most)) return null;
        var marks = song.Grid.Beats.Select(beat => beat.Seconds).Where(beat => beat > section.Start && beat < section.End).Append(section.End).ToList();
        var reached = new List<double> { section.Start };
        foreach (var mark in marks)
        {
            if (reached.Exists(from => mark - from >= least && mark - from <= most)) reached.Add(mark);
        }
        return reached.Contains(section.End) ? $"the section at {section.Start} could keep the limits and does not" : null;
    }

    private static double Most(CutTaste taste, double[] clips) => Math.Min(taste.Longest, clips.DefaultIfEmpty(1e9).Max() * 1.15);

    private static double Price(double length, double[] clips) =>
        clips.Length == 0 ? length : clips.Order().Cast<double?>().FirstOrDefault(clip => clip + 1 / 30.0 >= length) ?? clips.Max();

    private static int SectionAt(HeardSong song, double seconds)
    {
        var at = 0;
        for (var i = 0; i < song.Sections.Count; i++)
        {
            if (song.Sections[i].Start <= seconds) at = i;
        }
        return at;
    }
}
