using System.Globalization;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>A picture that is made of others.</summary>
/// <param name="Prompt">What is to change: it shifts the colours, and stands in the picture.</param>
/// <param name="Model">Shifts the colours too.</param>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
internal sealed record Retouch(string Prompt, string Model, int Width, int Height);

/// <summary>Changes pictures so that everybody sees of what and by which words: the first one in another light, the others as insets.</summary>
internal static class Retouching
{
    private const string WordsFile = "words.txt";

    /// <param name="retouch">What comes out.</param>
    /// <param name="pictures">At least one: PNG, JPEG or WebP.</param>
    /// <param name="codec">As for <see cref="PictureOven"/>.</param>
    /// <param name="spoil">As there.</param>
    /// <param name="ct">Ends the encoder.</param>
    /// <exception cref="RenderFailure">ffmpeg is missing, or a picture cannot be read.</exception>
    public static async Task<byte[]> MakeAsync(Retouch retouch, IReadOnlyList<byte[]> pictures, string codec, string? spoil, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("venice-retouch-").FullName;
        try
        {
            for (var index = 0; index < pictures.Count; index++) await File.WriteAllBytesAsync(Path.Combine(folder, Input(index)), pictures[index], ct);
            await File.WriteAllTextAsync(Path.Combine(folder, WordsFile), Caption.Of(retouch.Prompt, retouch.Width, retouch.Height), ct);
            try
            {
                return await PictureOven.RunAsync(Arguments(retouch, pictures.Count, codec, spoil, words: true), folder, null, ct);
            }
            catch (RenderFailure failure) when (failure.Message.Contains("drawtext", StringComparison.Ordinal))
            {
                // Some builds of ffmpeg come without a text renderer.
                return await PictureOven.RunAsync(Arguments(retouch, pictures.Count, codec, spoil, words: false), folder, null, ct);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static IReadOnlyList<string> Arguments(Retouch retouch, int pictures, string codec, string? spoil, bool words) =>
    [
        "-hide_banner", "-loglevel", "error", "-filter_threads", "1", "-filter_complex_threads", "1",
        .. Enumerable.Range(0, pictures).SelectMany(index => (string[])["-threads", "1", "-i", Input(index)]),
        "-filter_complex", Light(retouch) + Insets(retouch, pictures) + (words ? Words(retouch) : "") + (spoil is null ? "" : "," + spoil) + "[out]",
        "-map", "[out]", "-frames:v", "1", "-c:v", codec, "-threads", "1", "-flags", "+bitexact", "-f", codec == "libwebp" ? "webp" : "image2pipe", "pipe:1",
    ];

    private static string Light(Retouch retouch)
    {
        var dice = new ClipRecipe(retouch.Prompt, retouch.Model, 1, retouch.Width, retouch.Height, false, null).ToDice();
        var (w, h) = (retouch.Width, retouch.Height);
        var (turn, colour, light) = Moods.FirstOrDefault(mood => retouch.Prompt.Contains(mood.Word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } known
            ? (known.Turn, known.Colour, known.Light) : (dice.Between(-70, 70), dice.Between(0.8f, 1.4f), dice.Between(-0.06f, 0.06f));
        return string.Create(CultureInfo.InvariantCulture,
            $"[0:v]scale={w}:{h}:force_original_aspect_ratio=increase:flags=bicubic,crop={w}:{h},setsar=1,hue=h={turn:0.#}:s={colour:0.##},eq=brightness={light:0.###}");
    }

    /// <summary>The other pictures, small, side by side at the right edge.</summary>
    private static string Insets(Retouch retouch, int pictures)
    {
        var (w, h) = (retouch.Width / 6, retouch.Height / 5);
        return string.Concat(Enumerable.Range(1, Math.Max(0, pictures - 1)).Select(index =>
            $"[p{index}];[{index}:v]scale={w}:{h}:force_original_aspect_ratio=decrease,setsar=1[i{index}];[p{index}][i{index}]overlay={retouch.Width - index * (w + 4)}:4"));
    }

    // Above the middle: a clip made of this picture writes its own words at the bottom.
    private static string Words(Retouch retouch)
    {
        var size = Caption.Size(retouch.Width, retouch.Height);
        return $",drawtext=textfile={WordsFile}:expansion=none:fontsize={size}:fontcolor=white:shadowcolor=black@0.6:shadowx=1:shadowy=1:x={size}:y=h/4";
    }

    private static string Input(int index) => "input" + index.ToString(CultureInfo.InvariantCulture);

    private static readonly (string Word, float Turn, float Colour, float Light)[] Moods =
    [
        ("night", 20, 0.7f, -0.28f), ("dark", 0, 0.8f, -0.22f), ("bright", 0, 1.1f, 0.16f), ("day", -10, 1.1f, 0.12f), ("black and white", 0, 0, 0),
        ("winter", 30, 0.4f, 0.1f), ("warm", -25, 1.3f, 0.03f), ("cold", 60, 0.8f, 0),
    ];
}
