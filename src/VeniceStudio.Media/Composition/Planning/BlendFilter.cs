using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// The frames in which two spans meet. ffmpeg's xfade begins on the pure first picture and lets the second through as soon as the
/// first one ends, so each side brings a frame more at both ends than the blend keeps: its steps are then even and symmetric.
/// </summary>
internal static class BlendFilter
{
    /// <summary>Frames that each side brings beyond the blend's own.</summary>
    public const int Extra = 2;

    public static string Of(TransitionKind kind, Timeline film, int frames, string counted) => string.Create(CultureInfo.InvariantCulture,
        $"xfade=transition={Name(kind)}:duration={FilterText.Number(film.Rate.SecondsAt(frames + 1))}:offset=0,trim=start_frame=1:end_frame={frames + 1},{counted},{FitFilter.Finish}");

    /// <summary>What either picture passes first: a whip smears both sideways.</summary>
    public static string? Before(TransitionKind kind, Timeline film) => kind != TransitionKind.Whip ? null
        : string.Create(CultureInfo.InvariantCulture, $"avgblur=sizeX={Math.Clamp(film.Size.Width / 16, 1, 1024)}:sizeY=1");

    private static string Name(TransitionKind kind) => kind switch
    {
        TransitionKind.CrossFade => "fade",
        TransitionKind.DipToBlack => "fadeblack",
        TransitionKind.DipToWhite => "fadewhite",
        TransitionKind.Whip => "slideleft",
        _ => throw new ArgumentException($"A {kind} blends nothing."),
    };
}
