using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Tracks;

/// <summary>What corrections may say. They come from a page that knows this, so each refusal names its field.</summary>
internal static class CorrectionRules
{
    private const int MostParts = 500, LongestName = 80;

    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    /// <param name="said">As it arrived.</param>
    /// <param name="duration">Seconds of the song.</param>
    public static ProblemHttpResult? Check(Corrections said, double duration)
    {
        if (said.Octave is < -2 or > 2) return Problems.Bad("octave", "The tempo can be doubled or halved twice at most.");
        if (said.HalfBeats is < -8 or > 8) return Problems.Bad("halfBeats", "Beats can be moved by 8 halves at most.");
        if (said.NudgeMs is < -500 or > 500) return Problems.Bad("nudgeMs", "Beats can be nudged by 500 ms at most.");
        if (said.Meter is < 2 or > 12) return Problems.Bad("meter", "A bar takes 2 to 12 beats.");
        if (said.One is < 0 or > 11 || said.One >= (said.Meter ?? 12)) return Problems.Bad("one", "The one lies on a beat of the bar: 0 to the metre less one.");
        if (said.Tapped is { } tapped && !(tapped.Tempo is >= 20 and <= 400 && tapped.Anchor >= 0 && tapped.Anchor <= duration))
            return Problems.Bad("tapped", "A tapped grid takes 20 to 400 beats a minute and a downbeat inside the song.");
        if (said.Free is { } free && (free.Count > MostParts || free.Any(part => part is null || !IsStretch(part.Start, part.End, duration))))
            return Problems.Bad("free", "A free part begins before it ends, inside the song.");
        if (said.Sections is { } sections && (sections.Count > MostParts
            || sections.Any(part => part is null || !IsStretch(part.Start, part.End, duration) || !Enum.IsDefined(part.Role))))
            return Problems.Bad("sections", "A section begins before it ends, inside the song, and has a role.");
        return null;
    }

    /// <summary>What is kept of it: names cleaned, edges on bars, nothing that is null.</summary>
    public static Corrections Tidy(Corrections said, Func<Corrections, Media.Audio.HeardSong> corrected)
    {
        var named = said.Sections?.Select(part => part with { Name = NameOf(part.Name) }).ToList();
        var tidy = said with { Free = [.. (said.Free ?? []).OrderBy(part => part.Start)], Sections = null };
        if (named is not { Count: > 0 }) return tidy;
        var song = corrected(tidy);
        return tidy with { Sections = SectionEditing.Snapped(named, song.Grid, song.Duration) };
    }

    // The page rounds; a few hundredths past the end are not worth a refusal.
    private static bool IsStretch(double start, double end, double duration) => start >= 0 && end > start && end <= duration + 0.1;

    private static string? NameOf(string? name) => CleanName.Words(name, LongestName) is { Length: > 0 } words ? words : null;
}
