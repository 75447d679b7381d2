using System.Text.Json;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Orders;

/// <summary>Checks an order against its model: first which fields it may bear, then their values, then the media inside.</summary>
internal static class OrderCheck
{
    private static readonly (string Field, Func<VideoModel, bool> Supported)[] Optional =
    [
        ("prompt", model => model.Kind is not VideoKind.Upscale), ("negative_prompt", model => model.Kind is not VideoKind.Upscale),
        ("aspect_ratio", model => model.Ratios.Length > 0), ("resolution", model => model.Resolutions.Length > 0),
        ("upscale_factor", model => model.Kind is VideoKind.Upscale), ("audio", model => model.Sound is VideoSound.Switchable),
        ("image_url", model => model.TakesStartImage), ("end_image_url", model => model.EndImage), ("audio_url", model => model.AudioInput),
        ("video_url", model => model.VideoInput), ("reference_image_urls", model => model.References > 0),
        ("reference_video_urls", model => model.ReferenceMedia), ("reference_audio_urls", model => model.ReferenceMedia),
        ("reference_document_urls", _ => false), ("elements", model => model.Elements || model.PerReferenceAudio),
        ("scene_image_urls", model => model.Elements),
        ("keyframes", model => model.Keyframes), ("omni_reference_task_type", model => model.ReferenceMedia),
        ("consents", model => model.NeedsConsent), ("bitrate_mode", model => model.BitrateMode),
    ];

    /// <summary>The order, or the first reason why it is none.</summary>
    public static (VideoOrder? Order, Refusal? Refusal) Of(VideoModel model, JsonElement body)
    {
        if (Unsupported(model, body) is { } stranger) return (null, stranger);
        if (Values(model, body) is { } wrong) return (null, wrong);
        if (References.Check(model, body) is { } reference) return (null, reference);
        var (media, unreadable) = OrderMedia.Read(model, body);
        return media is null ? (null, unreadable) : (new VideoOrder(model, body, media), null);
    }

    private static Refusal? Unsupported(VideoModel model, JsonElement body)
    {
        var stranger = Optional.FirstOrDefault(entry => body.TryGetProperty(entry.Field, out _) && !entry.Supported(model)).Field;
        return stranger is null ? null : Refusal.Unsupported(stranger);
    }

    private static Refusal? Values(VideoModel model, JsonElement body)
    {
        foreach (var field in new[] { "prompt", "negative_prompt" })
        {
            if (MediaData.Text(body, field) is { } text && text.Length > model.PromptCap)
            {
                return Refusal.TooBig(field, model.PromptCap, "characters");
            }
        }
        if (model.Kind is VideoKind.Upscale)
        {
            return VideoOrder.Upscale(body) is 1 or 2 or 4 ? null
                : Refusal.NotOneOf("upscale_factor", ["1", "2", "4"], $"{VideoOrder.Upscale(body)}");
        }
        if (MediaData.Text(body, "prompt") is null) return Refusal.Missing("prompt");
        return OneOf(body, "duration", model.Durations, required: true)
            ?? OneOf(body, "aspect_ratio", model.Ratios, required: model.Ratios.Length > 0)
            ?? OneOf(body, "resolution", model.Resolutions, required: false);
    }

    /// <summary>Checks one value against a model's list. An empty list passes everything: only orders forbid the field itself.</summary>
    public static Refusal? OneOf(JsonElement body, string field, string[] allowed, bool required)
    {
        if (MediaData.Text(body, field) is not { } value) return required ? Refusal.Missing(field) : null;
        return allowed.Length == 0 || allowed.Contains(value) ? null : Refusal.NotOneOf(field, allowed, value);
    }
}
