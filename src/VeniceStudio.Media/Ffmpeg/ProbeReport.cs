using System.Globalization;
using System.Text.Json;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Reads what ffprobe prints as JSON.</summary>
public static class ProbeReport
{
    /// <summary>The facts in a report. A number that is missing or absurd becomes 0.</summary>
    /// <exception cref="JsonException">The report is not JSON.</exception>
    public static MediaFacts Read(string json, string container, long bytes)
    {
        using var report = JsonDocument.Parse(json);
        var streams = report.RootElement.TryGetProperty("streams", out var list) ? list.EnumerateArray().ToList() : [];
        var video = streams.Find(s => Text(s, "codec_type") == "video" && !IsCover(s));
        var audio = streams.Find(s => Text(s, "codec_type") == "audio");
        var duration = report.RootElement.TryGetProperty("format", out var format) ? Number(format, "duration") : 0;
        if (duration <= 0) duration = streams.Select(s => Number(s, "duration")).DefaultIfEmpty().Max();
        var tagged = format.ValueKind == JsonValueKind.Object ? streams.Append(format).Reverse().ToList() : streams;
        return new MediaFacts(container, duration, bytes, VideoOf(video), AudioOf(audio))
        {
            Title = Tag(tagged, "title"),
            Artist = Tag(tagged, "artist"),
            HasCover = streams.Exists(IsCover),
        };
    }

    private static VideoFacts? VideoOf(JsonElement stream) => stream.ValueKind == JsonValueKind.Undefined ? null
        : new VideoFacts(
            (int)Number(stream, "width"), (int)Number(stream, "height"), Text(stream, "codec_name"), Text(stream, "pix_fmt"),
            Rate(Text(stream, "avg_frame_rate")), Rotation(stream))
        {
            ColourSpace = Text(stream, "color_space"),
            ColourPrimaries = Text(stream, "color_primaries"),
            Seconds = Number(stream, "duration"),
        };

    private static AudioFacts? AudioOf(JsonElement stream) => stream.ValueKind == JsonValueKind.Undefined ? null
        : new AudioFacts(Text(stream, "codec_name"), (int)Number(stream, "sample_rate"), (int)Number(stream, "channels"));

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") > 0;

    /// <summary>A tag of the file or, as in Ogg, of one of its streams.</summary>
    private static string? Tag(IEnumerable<JsonElement> places, string name) => places
        .Where(place => place.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Object)
        .SelectMany(place => place.GetProperty("tags").EnumerateObject())
        .FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && tag.Value.ValueKind == JsonValueKind.String)
        is { Value.ValueKind: JsonValueKind.String } found ? found.Value.GetString() : null;

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>ffprobe writes some numbers as numbers and some as strings.</summary>
    private static double Number(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return 0;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : 0;
    }

    private static double Rate(string fraction)
    {
        var parts = fraction.Split('/');
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var over)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var under) && under > 0 ? over / under : 0;
    }

    /// <summary>The display matrix counts counter-clockwise, from -180 to 180.</summary>
    private static int Rotation(JsonElement stream)
    {
        if (!stream.TryGetProperty("side_data_list", out var data)) return 0;
        var turn = data.EnumerateArray().Select(side => Number(side, "rotation")).FirstOrDefault(angle => angle != 0);
        return (((int)Math.Round(-turn / 90) * 90 % 360) + 360) % 360;
    }
}
