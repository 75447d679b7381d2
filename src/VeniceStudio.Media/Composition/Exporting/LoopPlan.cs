using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// A few seconds that close: their last frames fade into the frames before their first one, so that the first follows the last as it
/// does in the film. The sound is joined the same way.
/// </summary>
public static class LoopPlan
{
    /// <param name="film">The film.</param>
    /// <param name="loop">What is repeated; it has to begin a join and one frame into the film.</param>
    /// <param name="join">Frames of the fade.</param>
    /// <param name="shorter">The shorter side's most pixels.</param>
    /// <exception cref="ArgumentException">There is nothing before the loop to fade into.</exception>
    public static ExportPlan Of(FilmFile film, FrameStretch loop, int join, int shorter = 1080)
    {
        if (join < 1 || join * 2 > loop.Frames || loop.Start < join + 1 || loop.End > film.Frames)
            throw new ArgumentException("A loop needs a moment of film before it, and room for its joint. Begin it later or make it longer.");
        var size = film.Size.Within(shorter);
        var counted = ExportPlan.Counted(film);
        // Counted from one frame before the joint's first: what an xfade needs beyond its own frames, as in BlendFilter.
        var (n, first) = (loop.Frames, loop.Start - join - 1);
        var picture = string.Create(CultureInfo.InvariantCulture,
            $"[0:v:0]trim=end_frame={n + join + 2},{counted},scale={size.Width}:{size.Height}:flags=lanczos,setsar=1,split=3[p][q][r];"
            + $"[q]trim=end_frame={join + 2},{counted}[lead];[p]trim=start_frame={join + 1}:end_frame={n + 1},{counted}[body];[r]trim=start_frame={n},{counted}[tail];"
            + $"[tail][lead]xfade=transition=fade:duration={FilterText.Number(film.Rate.SecondsAt(join + 1))}:offset=0,trim=start_frame=1:end_frame={join + 1},{counted}[joint];"
            + $"[body][joint]concat=n=2,{counted}[v]");
        var half = 0.5 / film.Rate.PerSecond;
        var early = first > 0 ? half : 0;
        string At(int frame) => FilterText.Number(film.Rate.SecondsAt(frame - first) + early);
        var sound = !film.HasSound ? "" : $";[0:a:0]asplit[m][l];[m]atrim=start={At(loop.Start)}:end={At(loop.End)},asetpts=PTS-STARTPTS[main];"
            + $"[l]atrim=start={At(loop.Start - join)}:end={At(loop.Start)},asetpts=PTS-STARTPTS[before];"
            + $"[main][before]acrossfade=d={FilterText.Number(film.Rate.SecondsAt(join))}:c1=qsin:c2=qsin[a]";
        return new(
            [.. first > 0 ? (string[])["-ss", FilterText.Number(film.Rate.SecondsAt(first) - half)] : [], .. ExportPlan.Open(film)],
            ["-filter_complex", picture + sound, "-map", "[v]", .. film.HasSound ? (string[])["-map", "[a]", "-c:a", "aac", "-b:a", "256k"] : [], "-r", FilterText.Of(film.Rate),
             .. ExportPlan.H264(18), "-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4"],
            n, ".mp4");
    }
}
