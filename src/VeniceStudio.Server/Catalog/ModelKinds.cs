using VeniceStudio.Venice;

namespace VeniceStudio.Server.Catalog;

/// <summary>
/// What kind of model an id is. Venice's own field says "image-to-video" for reference, transition and edit models too (T23), so
/// what the constraints leave open is read from the id's ending; an id that tells nothing keeps what Venice calls it.
/// </summary>
public static class ModelKinds
{
    public static VideoModelKind Of(VeniceModel model)
    {
        var id = model.Id.ToLowerInvariant();
        if (id.Contains("upscale", StringComparison.Ordinal)) return VideoModelKind.Upscale;
        if (id.Contains("reference-to-video", StringComparison.Ordinal) || Words(id).Contains("r2v")) return VideoModelKind.ReferenceToVideo;
        if (id.Contains("transition", StringComparison.Ordinal) || id.Contains("first-last-frame", StringComparison.Ordinal)) return VideoModelKind.Transition;
        if (model.Video?.VideoInput == true) return VideoModelKind.VideoToVideo;
        return model.Video?.ModelType switch
        {
            "image-to-video" => VideoModelKind.ImageToVideo,
            "text-to-video" => VideoModelKind.TextToVideo,
            _ => id.Contains("image-to-video", StringComparison.Ordinal) ? VideoModelKind.ImageToVideo : VideoModelKind.TextToVideo,
        };
    }

    private static string[] Words(string id) => id.Split('-');
}
