using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>What all picture routes do alike: charge, mark, spoil when a switch says so, and send.</summary>
internal static class PictureSale
{
    private const string Suggestion = "A quiet square at dawn, seen from a doorway, soft light on wet stone.";

    /// <summary>Takes the price; false when the answer is already given, or cut.</summary>
    public static async Task<bool> ChargeAsync(Call call, decimal price, string model)
    {
        if (await QueueRoute.EndsBeforeChargeAsync(call, Suggestion, model)) return false;
        if (call.World.Books.Spend(price)) return !await QueueRoute.EndsAfterChargeAsync(call);
        await call.RefuseAsync(Refusals.NoBalance);
        return false;
    }

    /// <summary>Says on a success what is wrong with the picture, as Venice does (CONTRACT 1.2). Not every route names its model.</summary>
    public static void Mark(Call call, string? model, string? name)
    {
        var headers = call.Http.Response.Headers;
        if (model is not null) (headers["x-venice-model-id"], headers["x-venice-model-name"]) = (model, name);
        headers["x-venice-is-blurred"] = call.Faults.Has("blurred") ? "true" : "false";
        headers["x-venice-is-content-violation"] = call.Faults.Has("violation") ? "true" : "false";
    }

    /// <summary>The filter that a switch puts over the picture.</summary>
    public static string? SpoilOf(Call call) =>
        call.Faults.Has("violation") ? "drawbox=c=black:t=fill" : call.Faults.Has("flat-picture") ? "drawbox=c=teal:t=fill"
        : call.Faults.Has("blurred") ? "boxblur=20:3" : null;

    public static (string Codec, string Type) FormatOf(string? format) => format switch
    {
        "png" => ("png", "image/png"), "jpeg" => ("mjpeg", "image/jpeg"), _ => ("libwebp", "image/webp"),
    };

    /// <summary>Sends a picture, or what a fault makes of it.</summary>
    public static async Task SendAsync(Call call, byte[] picture, string type)
    {
        var (response, faults) = (call.Http.Response, call.Faults);
        response.ContentType = faults.Has("octet-stream") ? "application/octet-stream" : type;
        if (faults.Has("html-media"))
        {
            await RequestFaults.PageAsync(call, 200);
            return;
        }
        if (faults.Has("html-as-mp4")) picture = System.Text.Encoding.UTF8.GetBytes(RequestFaults.Html);
        if (faults.Has("empty-media")) picture = [];
        if (faults.Has("placeholder-media")) picture = await PictureOven.BakeAsync(new ClipRecipe("", "placeholder", 0.01, 16, 16, false, null), FormatOf(type[6..]).Codec, null, call.Aborted);
        var length = faults.Has("truncated-media") ? picture.Length / 2 : picture.Length;
        if (!faults.Has("no-length")) response.ContentLength = length;
        if (faults.Has("cut-media"))
        {
            await response.Body.WriteAsync(picture.AsMemory(0, length / 2), call.Aborted);
            await response.Body.FlushAsync(call.Aborted);
            call.Http.Abort();
            return;
        }
        await response.Body.WriteAsync(picture.AsMemory(0, length), call.Aborted);
    }
}
