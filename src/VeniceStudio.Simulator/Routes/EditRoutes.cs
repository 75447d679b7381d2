using System.Text.Json;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Orders;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /image/edit, one picture, and POST /image/multi-edit, several. The answer is always bytes.</summary>
internal static class EditRoutes
{
    public static async Task EditAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Edit);
        if (document is null) return;
        var body = document.RootElement;
        var field = body.TryGetProperty("model", out _) ? "model" : "modelId";
        await HandleAsync(call, body, field, [("image", MediaData.Text(body, "image")!)], named: true);
    }

    public static async Task MultiEditAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.MultiEdit);
        if (document is null) return;
        var body = document.RootElement;
        await HandleAsync(call, body, "modelId", [.. MediaData.Texts(body, "images").Select(image => ("images", image))], named: false);
    }

    private static async Task HandleAsync(Call call, JsonElement body, string field, IReadOnlyList<(string, string)> pictures, bool named)
    {
        if (await call.TagAsync(MediaData.Text(body, "prompt"))) return;
        var (order, wrong) = EditOrder.Of(body, field, pictures);
        if (order is not null && !named && !order.Model.Combines) wrong = Refusal.Wrong(field, $"{order.Model.Id} edits one image only");
        if (order is null || wrong is not null)
        {
            await call.RefuseAsync(wrong!);
            return;
        }
        if (!await PictureSale.ChargeAsync(call, order.Price, order.Model.Id)) return;
        PictureSale.Mark(call, named ? order.Model.Id : null, named ? order.Model.Name : null);
        var (codec, type) = PictureSale.FormatOf(order.Format);
        try
        {
            var picture = await Retouching.MakeAsync(
                order.ToRetouch(call.World.Options.MaxPixels), order.Pictures, codec, PictureSale.SpoilOf(call), call.Aborted);
            await PictureSale.SendAsync(call, picture, type);
        }
        catch (RenderFailure failure)
        {
            await call.RefuseAsync(Refusal.Plain(500, failure.Message));
        }
    }
}

/// <summary>GET /image/styles.</summary>
internal static class StylesRoute
{
    private static readonly string[] Names =
    [
        "3D Model", "Analog Film", "Anime", "Cinematic", "Comic Book", "Digital Art", "Film Noir", "HDR", "Line Art", "Long Exposure", "Minimalist",
        "Neon Noir", "Photographic", "Pixel Art", "Pop Art", "Psychedelic", "Silhouette", "Tilt-Shift", "Watercolor",
    ];

    public static Task HandleAsync(Call call) => call.AnswerAsync(new JsonObject
    {
        ["data"] = new JsonArray([.. Names.Select(name => JsonValue.Create(name))]), ["object"] = "list",
    });
}
