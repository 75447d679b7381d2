using System.Globalization;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>The ffmpeg arguments that turn painted light, a caption, a seed and a chord into an MP4. Pure.</summary>
/// <remarks>Runs in a folder of its own, so that no path ever has to be escaped inside a filter.</remarks>
internal static class ClipCommand
{
    public const string CaptionFile = "caption.txt";
    public const string SignatureFile = "signature.txt";
    public const string SeedFile = "seed";
    public const string OutputFile = "clip.mp4";

    public static IReadOnlyList<string> For(ClipRecipe recipe, int paintedWidth, int paintedHeight, bool captions)
    {
        var seconds = (recipe.Frames / (double)ClipRecipe.Rate).ToString("0.######", CultureInfo.InvariantCulture);
        List<string> arguments =
        [
            "-hide_banner", "-loglevel", "error", "-y", "-filter_threads", "1", "-filter_complex_threads", "1",
            "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", $"{paintedWidth}x{paintedHeight}",
            "-framerate", $"{ClipRecipe.Rate}", "-i", "pipe:0",
        ];
        var film = recipe.Seed?.EndsWith(".video", StringComparison.Ordinal) == true;
        if (film) arguments.AddRange(["-threads", "1", "-stream_loop", "-1", "-i", SeedFile]);
        else if (recipe.Seed is not null) arguments.AddRange(["-threads", "1", "-i", SeedFile]);
        if (recipe.Sound) arguments.AddRange(["-f", "lavfi", "-i", Chord.For(recipe, seconds)]);

        arguments.AddRange(["-filter_complex", Picture(recipe, film) + (captions ? Words(recipe) : "") + ",format=yuv420p[v]", "-map",
            "[v]"]);
        if (recipe.Sound)
        {
            arguments.AddRange(["-map", recipe.Seed is null ? "1:a" : "2:a", "-c:a", "aac", "-b:a", "96k", "-flags:a", "+bitexact"]);
        }
        arguments.AddRange(
        [
            "-c:v", "libx264", "-preset", "ultrafast", "-tune", "fastdecode", "-crf", "24", "-g", "24", "-threads", "1",
            "-flags:v", "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1", "-frames:v", $"{recipe.Frames}", "-t", seconds,
            "-movflags", "+faststart", "-f", "mp4", OutputFile,
        ]);
        return arguments;
    }

    private static string Picture(ClipRecipe recipe, bool film)
    {
        var (w, h) = (recipe.Width, recipe.Height);
        var light = $"[0:v]scale={w}:{h}:flags=bicubic,setsar=1,format=yuv420p";
        if (recipe.Seed is null) return light;

        // A still drifts closer; its margin of an eighth keeps the drift from showing an edge.
        var motion = film
            ? $"fps={ClipRecipe.Rate},scale={w}:{h}:force_original_aspect_ratio=increase:flags=fast_bilinear,crop={w}:{h}"
            : $"scale={w * 5 / 4}:{h * 5 / 4}:force_original_aspect_ratio=increase:flags=bicubic,crop={w * 5 / 4}:{h * 5 / 4}," +
              $"zoompan=z='1+0.25*on/{recipe.Frames}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d={recipe.Frames}:s={w}x{h}:fps={ClipRecipe.Rate}";
        return $"{light}[light];[1:v]{motion},setsar=1,format=yuv420p[seed];" +
            "[light][seed]blend=c0_mode=screen:c0_opacity=0.45:c1_mode=normal:c1_opacity=0.3:c2_mode=normal:c2_opacity=0.3:shortest=1";
    }

    private static string Words(ClipRecipe recipe)
    {
        var size = Caption.Size(recipe.Width, recipe.Height);
        var edge = Math.Max(4, size * 7 / 5);
        // expansion=none: a prompt with %{…} stays text. The words come in within the first half second.
        return $",drawtext=textfile={CaptionFile}:expansion=none:fontsize={size}:fontcolor=white:line_spacing={size / 3}" +
            $":shadowcolor=black@0.55:shadowx={Math.Max(1, size / 14)}:shadowy={Math.Max(1, size / 14)}:x={edge}:y=h-th-{edge}:alpha='0.25+0.75*min(1,t*2)'" +
            $",drawtext=textfile={SignatureFile}:expansion=none:fontsize={Math.Max(6, size * 3 / 5)}:fontcolor=white@0.6:x={edge}:y={edge}";
    }
}
