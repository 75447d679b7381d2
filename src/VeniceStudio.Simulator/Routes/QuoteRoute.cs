using System.Text.Json;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Money;
using VeniceStudio.Simulator.Orders;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /video/quote. Looser than the order: fields that the model lacks pass, and media are not looked at.</summary>
internal static class QuoteRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Quote);
        if (document is null) return;
        var body = document.RootElement;
        if (await call.TagAsync(MediaData.Text(body, "prompt"))) return;

        if (Availability.Named(MediaData.Text(body, "model")!) is not { } model)
        {
            await call.RefuseAsync(Refusal.NotOneOf("model", VideoModels.All.Select(known => known.Id), MediaData.Text(body, "model")!));
            return;
        }
        var wrong = Region(model, call.World.Options.Country) ?? Values(model, body);
        await (wrong is null ? call.AnswerAsync(new JsonObject { ["quote"] = Price(model, body) }) : call.RefuseAsync(wrong));
    }

    private static Refusal? Region(VideoModel model, string country) =>
        model.Regions.Length > 0 && !model.Regions.Contains(country) ? Refusals.Region : null;

    private static Refusal? Values(VideoModel model, JsonElement body)
    {
        var unknownLength = MediaData.Text(body, "duration") is "-1" or "auto"
            && !body.TryGetProperty("reference_video_total_duration", out _);
        if (unknownLength) return Refusal.Missing("reference_video_total_duration");
        // An upscaler lists only Auto and yet is asked with seconds.
        return (model.Kind is VideoKind.Upscale ? null : OrderCheck.OneOf(body, "duration", model.Durations, required: true))
            ?? OrderCheck.OneOf(body, "aspect_ratio", model.Ratios, required: false)
            ?? OrderCheck.OneOf(body, "resolution", model.Resolutions, required: false);
    }

    private static decimal Price(VideoModel model, JsonElement body)
    {
        var references = body.TryGetProperty("reference_video_total_duration", out var total) ? total.GetDouble() : 0;
        double? source = MediaData.Text(body, "video_url") is { } url && MediaData.Read("video_url", url, "video").Media is { } film
            ? FilmHeader.Seconds(film.Bytes) : null;
        var seconds = Tariff.Seconds(MediaData.Text(body, "duration")) ?? source ?? (references > 0 ? references : null);
        return Tariff.Price(model, seconds, MediaData.Text(body, "resolution") ?? VideoOrder.DefaultResolution(model),
            VideoOrder.Flag(body, "audio", true), VideoOrder.Upscale(body), references);
    }
}
