using System.Text.Json;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Orders;

/// <summary>An order to change pictures that passed its checks.</summary>
internal sealed record EditOrder(EditModel Model, string Prompt, string? Resolution, string? Ratio, IReadOnlyList<byte[]> Pictures)
{
    private const int MostBytes = 25 * 1024 * 1024;
    private const long FewestPixels = 65_536, MostPixels = 33_177_600;

    /// <summary>Null when the order names neither a quality nor a model with any.</summary>
    public string? Quality { get; init; }

    public string Format { get; init; } = "png";

    public decimal Price => Model.PriceOf(Resolution, Quality, Pictures.Count);

    /// <param name="body">Holds to its schema.</param>
    /// <param name="field">Where the model is named: the two routes differ.</param>
    /// <param name="pictures">Field and content of each picture.</param>
    public static (EditOrder? Order, Refusal? Wrong) Of(JsonElement body, string field, IReadOnlyList<(string Field, string Value)> pictures)
    {
        var asked = MediaData.Text(body, field) ?? EditModel.All[0].Id;
        if (EditModel.All.FirstOrDefault(known => known.Id == asked) is not { } model) return (null, Refusals.NoModel);
        var prompt = MediaData.Text(body, "prompt")!;
        if (prompt.Length > model.PromptLimit) return (null, Refusal.TooBig("prompt", model.PromptLimit, "characters"));
        if (pictures.Count > model.Most) return (null, Refusal.TooBig("images", model.Most, "images for this model"));
        if (model.Resolutions.Length == 0 && MediaData.Text(body, "resolution") is not (null or "1K")) return (null, Refusal.Unsupported("resolution"));
        var wrong = OrderCheck.OneOf(body, "aspect_ratio", model.Ratios, required: false) ?? OrderCheck.OneOf(body, "resolution", model.Resolutions, required: false)
            ?? OrderCheck.OneOf(body, "quality", model.Qualities, required: false);
        if (wrong is not null) return (null, wrong);
        var read = new List<byte[]>();
        foreach (var (name, value) in pictures)
        {
            var (bytes, bad) = Read(name, value);
            if (bytes is null) return (null, bad);
            read.Add(bytes);
        }
        var resolution = MediaData.Text(body, "resolution");
        return (new EditOrder(model, prompt, resolution, MediaData.Text(body, "aspect_ratio"), read)
        {
            Quality = MediaData.Text(body, "quality"),
            Format = MediaData.Text(body, "output_format") ?? (resolution is "2K" or "4K" ? "jpeg" : "png"),
        }, null);
    }

    public Retouch ToRetouch(int maxPixels)
    {
        var chosen = Pictures.Count > 1 || Model.SingleRatio ? Picture.Ratio(Ratio) : null;
        var (width, height) = ImageHeader.Read(Pictures[0])!.Value;
        var (outWidth, outHeight) = Picture.Size(chosen ?? width / (double)height, PictureTariff.Lines(Resolution), maxPixels);
        return new Retouch(Prompt, Model.Id, outWidth, outHeight);
    }

    /// <summary>A data URL or bare base64. An address is not fetched.</summary>
    private static (byte[]? Bytes, Refusal? Wrong) Read(string field, string value)
    {
        var url = value.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? value : "data:image/png;base64," + value;
        var (media, wrong) = MediaData.Read(field, url, "image");
        if (media is null) return (null, wrong ?? Refusal.Wrong(field, $"{field} could not be fetched"));
        if (media.Bytes.Length >= MostBytes) return (null, Refusal.TooBig(field, MostBytes, "bytes"));
        if (ImageHeader.Read(media.Bytes) is not (var width, var height)) return (null, Refusal.Wrong(field, $"{field} is no PNG, JPEG or WebP that can be read"));
        return ((long)width * height) switch
        {
            < FewestPixels => (null, Refusal.Wrong(field, $"{field} must have at least {FewestPixels} pixels, it is {width} x {height}")),
            > MostPixels => (null, Refusal.TooBig(field, MostPixels, "pixels")),
            _ => (media.Bytes, null),
        };
    }
}
