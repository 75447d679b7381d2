using System.Text.Json;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Money;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Orders;

/// <summary>An order that passed its checks.</summary>
internal sealed record VideoOrder(VideoModel Model, JsonElement Body, OrderMedia Media)
{
    public string Prompt => MediaData.Text(Body, "prompt") ?? "";

    public string? Duration => MediaData.Text(Body, "duration");

    /// <summary>Resolution of the clip; the model's own default when the order names none.</summary>
    public string? Resolution => MediaData.Text(Body, "resolution") ?? DefaultResolution(Model);

    /// <summary>Whether the clip has sound: an order that says nothing wants it.</summary>
    public bool Sound => Model.Sound is VideoSound.On || Model.Sound is VideoSound.Switchable && Flag(Body, "audio", true);

    /// <summary>Length of the clip: as ordered, or that of the film it follows.</summary>
    public double Seconds => Math.Clamp(Tariff.Seconds(Duration) ?? Media.FilmSeconds ?? 5, 1, 300);

    public decimal Price => Tariff.Price(Model, Seconds, Resolution, Sound, Upscale(Body), Media.ReferenceSeconds);

    /// <summary>The recipe of the clip. Keeps the picture or film that moves in it.</summary>
    public ClipRecipe ToRecipe(ClipStore store, int maxPixels)
    {
        var ratio = Picture.Ratio(MediaData.Text(Body, "aspect_ratio")) ?? Media.FirstPictureRatio ?? 16.0 / 9;
        var (width, height) = Picture.Size(ratio, Picture.Lines(Resolution), maxPixels);
        var seed = Media switch
        {
            { FirstPicture: { } picture } => store.Keep(picture, "image"), { Film: { } film } => store.Keep(film, "video"), _ => null,
        };
        return new ClipRecipe(Prompt, Model.Id, Seconds, width, height, Sound, seed);
    }

    public static string? DefaultResolution(VideoModel model) =>
        model.Resolutions.Length == 0 ? null : model.Resolutions.FirstOrDefault(name => name is "720p" or "768P") ?? model.Resolutions[0];

    public static int Upscale(JsonElement body) => body.TryGetProperty("upscale_factor", out var factor) ? factor.GetInt32() : 2;

    public static bool Flag(JsonElement body, string field, bool otherwise) =>
        body.TryGetProperty(field, out var value) ? value.GetBoolean() : otherwise;
}
