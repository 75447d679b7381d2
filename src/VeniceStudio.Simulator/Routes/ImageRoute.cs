using System.Text.Json;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Orders;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /image/generate: pictures as base64 texts, or one as bytes.</summary>
internal static class ImageRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Image);
        if (document is null) return;
        var body = document.RootElement;
        var prompt = MediaData.Text(body, "prompt")!;
        if (await call.TagAsync(prompt)) return;
        var asked = MediaData.Text(body, "model");
        if (ImageModel.All.FirstOrDefault(known => known.Id == asked) is not { } model)
        {
            await call.RefuseAsync(Refusals.NoModel);
            return;
        }
        if (Check(model, body, prompt) is { } wrong)
        {
            await call.RefuseAsync(wrong);
            return;
        }

        var variants = Whole(body, "variants", 1);
        if (!await PictureSale.ChargeAsync(call, model.PriceOf(MediaData.Text(body, "resolution"), MediaData.Text(body, "quality")) * variants, model.Id)) return;
        PictureSale.Mark(call, model.Id, model.Name);
        try
        {
            await SendAsync(call, model, body, prompt, variants);
        }
        catch (RenderFailure failure)
        {
            await call.RefuseAsync(Refusal.Plain(500, failure.Message));
        }
    }

    private static Refusal? Check(ImageModel model, JsonElement body, string prompt)
    {
        if (prompt.Length > model.PromptLimit) return Refusal.TooBig("prompt", model.PromptLimit, "characters");
        if (model.Ratios.Length == 0 && body.TryGetProperty("aspect_ratio", out _)) return Refusal.Unsupported("aspect_ratio");
        if (model.Resolutions.Length == 0 && body.TryGetProperty("resolution", out _)) return Refusal.Unsupported("resolution");
        if (VideoOrder.Flag(body, "return_binary", false) && Whole(body, "variants", 1) > 1)
        {
            return Refusal.Wrong("variants", "Only one picture can be returned as bytes");
        }
        return OrderCheck.OneOf(body, "aspect_ratio", model.Ratios, required: false) ?? OrderCheck.OneOf(body, "resolution", model.Resolutions, required: false)
            ?? OrderCheck.OneOf(body, "quality", model.Qualities, required: false);
    }

    private static async Task SendAsync(Call call, ImageModel model, JsonElement body, string prompt, int variants)
    {
        var (codec, type) = PictureSale.FormatOf(MediaData.Text(body, "format"));
        var images = new List<byte[]>();
        for (var variant = 0; variant < variants; variant++)
        {
            images.Add(await PictureOven.BakeAsync(Recipe(call, model, body, prompt, variant), codec, PictureSale.SpoilOf(call), call.Aborted));
        }
        if (VideoOrder.Flag(body, "return_binary", false))
        {
            await PictureSale.SendAsync(call, images[0], type);
            return;
        }
        await call.AnswerAsync(new JsonObject
        {
            ["id"] = $"generate-image-{call.World.Clock.Now.ToUnixTimeMilliseconds()}",
            ["images"] = new JsonArray([.. images.Select(image => JsonValue.Create(Convert.ToBase64String(image)))]),
            ["timing"] = new JsonObject { ["inferenceDuration"] = 1840, ["inferencePreprocessingTime"] = 22, ["inferenceQueueTime"] = 31,
                ["total"] = 1893 },
        });
    }

    private static ClipRecipe Recipe(Call call, ImageModel model, JsonElement body, string prompt, int variant)
    {
        var (width, height) = model.Ratios.Length == 0
            ? Picture.Size(Whole(body, "width", 1024) / (double)Whole(body, "height", 1024),
                Math.Min(Whole(body, "width", 1024), Whole(body, "height", 1024)), call.World.Options.MaxPixels)
            : Picture.Size(Picture.Ratio(MediaData.Text(body, "aspect_ratio")) ?? 1, PictureTariff.Lines(MediaData.Text(body, "resolution")), call.World.Options.MaxPixels);
        return new ClipRecipe(prompt, $"{model.Id}/{Whole(body, "seed", 0) + variant}", 1.0 / ClipRecipe.Rate, width, height, false, null);
    }

    private static int Whole(JsonElement body, string field, int otherwise) =>
        body.TryGetProperty(field, out var value) ? value.GetInt32() : otherwise;
}
