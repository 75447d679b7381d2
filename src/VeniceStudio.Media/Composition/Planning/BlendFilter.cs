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

    /// <summary>The filters from both pictures to the blend.</summary>
    public static string Of(TransitionKind kind, Timeline film, int frames, string counted) => string.Create(CultureInfo.InvariantCulture,
        $"xfade=transition={(kind == TransitionKind.Whip ? "slideleft" : "fade")}:duration={FilterText.Number(film.Rate.SecondsAt(frames + 1))}:offset=0,"
        + $"trim=start_frame=1:end_frame={frames + 1},{counted},{FitFilter.Finish}");

    /// <summary>What either picture passes first: a whip smears both sideways.</summary>
    public static string? Before(TransitionKind kind, Timeline film) => kind != TransitionKind.Whip ? null
        : string.Create(CultureInfo.InvariantCulture, $"avgblur=sizeX={Math.Clamp(film.Size.Width / 16, 1, 1024)}:sizeY=1");

    /// <summary>
    /// One side of a dip: going to a colour, or coming from it, so that exactly the cut's frame shows the colour alone. ffmpeg's own dip is
    /// darkest a fifth of the way in.
    /// </summary>
    public static string Dip(TransitionKind kind, bool isComing, int frames)
    {
        var fade = string.Create(CultureInfo.InvariantCulture, $"fade=t={(isComing ? "in" : "out")}:s=0:n={frames}");
        // Black is faded in place; another colour only in RGB.
        return kind == TransitionKind.DipToBlack ? fade
            : $"scale=in_color_matrix=bt709:out_range=pc,format=gbrp,{fade}:c=white,scale=out_color_matrix=bt709:out_range=tv,{FitFilter.Finish}";
    }
}
