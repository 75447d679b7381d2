using System.Text.Json;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Orders;

/// <summary>What an order brought along, read and checked.</summary>
internal sealed record OrderMedia
{
    private const int MostSoundBytes = 15 * 1024 * 1024;
    private const double LongestSound = 30, ShortestSound = 3;

    public byte[]? FirstPicture { get; private set; }
    public double? FirstPictureRatio { get; private set; }
    public byte[]? Film { get; private set; }
    public double? FilmSeconds { get; private set; }
    public double ReferenceSeconds { get; private set; }

    /// <summary>Pictures and films whose faces somebody must vouch for, with the role that each plays.</summary>
    public List<(string Role, byte[] Bytes)> Faces { get; } = [];

    public static (OrderMedia? Media, Refusal? Refusal) Read(VideoModel model, JsonElement body)
    {
        var media = new OrderMedia();
        return media.ReadAll(model, body) is { } wrong ? (null, wrong) : (media, null);
    }

    /// <summary>Addresses of every picture inside the elements.</summary>
    public static IEnumerable<string> ElementPictures(JsonElement body) => !body.TryGetProperty("elements", out var elements) ? []
        : elements.EnumerateArray().SelectMany(element => MediaData.Texts(element, "reference_image_urls")
            .Prepend(MediaData.Text(element, "frontal_image_url") ?? ""));

    private Refusal? ReadAll(VideoModel model, JsonElement body)
    {
        IEnumerable<(string Field, string Role, string Url)> pictures =
        [
            .. One(body, "image_url", "image"), .. One(body, "end_image_url", "end_image"),
            .. MediaData.Texts(body, "reference_image_urls").Select(url => ("reference_image_urls", "reference_image", url)),
            .. MediaData.Texts(body, "scene_image_urls").Select(url => ("scene_image_urls", "reference_image", url)),
            .. ElementPictures(body).Select(url => ("elements", "reference_image", url)),
        ];
        foreach (var (field, role, url) in pictures)
        {
            if (ReadPicture(model, field, role, url) is { } wrong) return wrong;
        }
        if (MediaData.Text(body, "video_url") is { } film && ReadFilm("video_url", "video", film, reference: false) is { } badFilm)
        {
            return badFilm;
        }
        foreach (var url in MediaData.Texts(body, "reference_video_urls"))
        {
            if (ReadFilm("reference_video_urls", "reference_video", url, reference: true) is { } wrong) return wrong;
        }
        return ReadSounds(body);
    }

    private Refusal? ReadPicture(VideoModel model, string field, string role, string url)
    {
        var (media, wrong) = MediaData.Read(field, url, "image");
        if (media is null) return wrong;
        if (ImageHeader.Read(media.Bytes) is not (var width, var height))
        {
            return Refusal.Wrong(field, $"{field} is no PNG, JPEG or WebP that can be read");
        }
        if (model.ShortSide is { } side && Math.Min(width, height) < side)
        {
            return Refusal.Wrong(field, $"{field} must be at least {side} pixels on its shorter side, it is {Math.Min(width, height)}");
        }

        var ratio = width / (double)height;
        if (ratio <= model.NarrowestImage || ratio >= model.WidestImage)
        {
            return model.NeedsConsent
                ? new Refusal(422, new System.Text.Json.Nodes.JsonObject { ["error"] = "IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS: width divided by height must lie between 0.4 and 2.5" })
                : Refusal.Wrong(field, $"{field} must have a width to height ratio between {model.NarrowestImage} and {model.WidestImage}");
        }
        FirstPicture ??= media.Bytes;
        FirstPictureRatio ??= ratio;
        Faces.Add((role, media.Bytes));
        return null;
    }

    private Refusal? ReadFilm(string field, string role, string url, bool reference)
    {
        var (media, wrong) = MediaData.Read(field, url, "video");
        if (media is null) return wrong;
        var webm = media.Bytes is [0x1A, 0x45, 0xDF, 0xA3, ..];
        if (!webm && (media.Bytes.Length < 12 || !media.Bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8)))
        {
            return Refusal.Wrong(field, $"{field} is no MP4, MOV or WebM");
        }
        var seconds = FilmHeader.Seconds(media.Bytes);
        if (reference) ReferenceSeconds += seconds ?? 0;
        Film ??= media.Bytes;
        FilmSeconds ??= seconds;
        Faces.Add((role, media.Bytes));
        return null;
    }

    private static Refusal? ReadSounds(JsonElement body)
    {
        var references = MediaData.Texts(body, "reference_audio_urls");
        var beside = MediaData.Texts(body, "reference_image_urls").Count + MediaData.Texts(body, "reference_video_urls").Count;
        if (references.Count > 0 && beside == 0)
        {
            return Refusal.Wrong("reference_audio_urls", "Audio references need an image or video reference beside them");
        }
        foreach (var (field, url) in One(body, "audio_url", "").Select(one => (one.Field, one.Url))
            .Concat(references.Select(url => ("reference_audio_urls", url))))
        {
            var (media, wrong) = MediaData.Read(field, url, "audio");
            if (wrong is not null) return wrong;
            if (media is not null && Sound(field, media.Bytes) is { } bad) return bad;
        }
        return null;
    }

    private static Refusal? Sound(string field, byte[] bytes)
    {
        if (bytes.Length > MostSoundBytes) return Refusal.TooBig(field, MostSoundBytes, "bytes");
        return SoundHeader.Seconds(bytes) switch
        {
            null => Refusal.Wrong(field, $"{field} must be WAV or MP3"),
            > LongestSound + 0.05 => Refusal.TooBig(field, (long)LongestSound, "seconds"),
            < ShortestSound => Refusal.Wrong(field, $"{field} must last at least {ShortestSound} seconds"),
            _ => null,
        };
    }

    private static IEnumerable<(string Field, string Role, string Url)> One(JsonElement body, string field, string role) =>
        MediaData.Text(body, field) is { } url ? [(field, role, url)] : [];
}
