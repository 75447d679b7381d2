using System.Text.Json;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Money;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Orders;

/// <summary>Which media a model must be given, how many, and how they go together.</summary>
internal static class References
{
    private const int MostPictures = 7;
    private const int FramesPerSecond = 24;

    public static Refusal? Check(VideoModel model, JsonElement body) =>
        Needed(model, body) ?? Counts(model, body) ?? Elements(model, body) ?? Keyframes(body) ?? Consents(body);

    private static Refusal? Needed(VideoModel model, JsonElement body)
    {
        bool Has(string field) => body.TryGetProperty(field, out var value)
            && (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() > 0);
        return model.Kind switch
        {
            VideoKind.Image or VideoKind.Transition when !Has("image_url") => Refusal.Missing("image_url"),
            VideoKind.Transition when !Has("end_image_url") => Refusal.Missing("end_image_url"),
            VideoKind.Film or VideoKind.Upscale when !Has("video_url") => Refusal.Missing("video_url"),
            VideoKind.Reference when !Has("reference_image_urls") && !Has("reference_video_urls") && !Has("elements")
                && !Has("scene_image_urls") && !Has("image_url") =>
                Refusal.Wrong("reference_image_urls", "At least one image or video reference is required"),
            _ => Tariff.Seconds(MediaData.Text(body, "duration")) is null && model.Kind is VideoKind.Reference
                && !Has("reference_video_urls")
                ? Refusal.Wrong("duration", "This duration follows a reference video, and the order has none") : null,
        };
    }

    private static Refusal? Counts(VideoModel model, JsonElement body)
    {
        if (MediaData.Texts(body, "reference_image_urls").Count > model.References)
        {
            return Refusal.TooBig("reference_image_urls", model.References, "entries");
        }
        if (!model.Elements) return null;
        var pictures = MediaData.Texts(body, "scene_image_urls").Count + MediaData.Texts(body, "reference_image_urls").Count
            + OrderMedia.ElementPictures(body).Count();
        return pictures > MostPictures ? Refusal.TooBig("elements", MostPictures, "pictures together with scenes and references") : null;
    }

    private static Refusal? Elements(VideoModel model, JsonElement body)
    {
        if (!body.TryGetProperty("elements", out var elements)) return null;
        string[] known = model.PerReferenceAudio
            ? ["frontal_image_url", "reference_image_urls", "video_url", "audio_url"]
                : ["frontal_image_url", "reference_image_urls", "video_url"];
        foreach (var element in elements.EnumerateArray())
        {
            var strangers = element.EnumerateObject().Select(property => property.Name).Except(known).ToList();
            if (strangers.Count > 0) return Refusal.UnknownKeys(strangers);
            if (MediaData.Text(element, "frontal_image_url") is null)
            {
                return Refusal.Wrong("elements", "Each element needs a frontal_image_url");
            }
            if (MediaData.Texts(element, "reference_image_urls").Count > 3)
            {
                return Refusal.TooBig("elements", 3, "reference_image_urls each");
            }
        }
        return null;
    }

    private static Refusal? Keyframes(JsonElement body)
    {
        if (!body.TryGetProperty("keyframes", out var keyframes)) return null;
        var last = (Tariff.Seconds(MediaData.Text(body, "duration")) ?? 0) * FramesPerSecond;
        var seen = new HashSet<int>();
        foreach (var frame in keyframes.EnumerateArray())
        {
            if (MediaData.Text(frame, "image_url") is null || !frame.TryGetProperty("frame_index", out var index)
                || !index.TryGetInt32(out var at))
            {
                return Refusal.Wrong("keyframes", "Each keyframe needs image_url and frame_index");
            }
            if (at < 0 || at > last || !seen.Add(at)) return Refusal.Wrong("keyframes", $"frame_index must be unique and from 0 to {last}");
        }
        return null;
    }

    private static Refusal? Consents(JsonElement body)
    {
        if (!body.TryGetProperty("consents", out var consents)) return null;
        string[] needed = ["confirmed_terms_and_privacy", "confirmed_legal_right", "confirmed_screening_acknowledged"];
        var whole = consents.TryGetProperty("seedance", out var given) && given.ValueKind is JsonValueKind.Object
            && given.EnumerateObject().All(entry => needed.Contains(entry.Name) && entry.Value.ValueKind is JsonValueKind.True)
            && given.EnumerateObject().Count() == needed.Length && consents.EnumerateObject().Count() == 1;
        return whole ? null : Refusal.Wrong("consents", "consents.seedance must hold exactly the three confirmations, each true");
    }
}
