using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>GET /models and GET /models/traits.</summary>
internal static class ModelRoutes
{
    private static readonly string[] Types = ["asr", "embedding", "image", "music", "text", "tts", "upscale", "inpaint", "video", "all",
        "code"];

    public static Task ListAsync(Call call)
    {
        var type = Type(call);
        return Types.Contains(type) ? call.AnswerAsync(Listing.Models(type, call.World.Clock.Now))
            : call.RefuseAsync(Refusal.NotOneOf("type", Types, type));
    }

    public static Task TraitsAsync(Call call) => call.AnswerAsync(Listing.Traits(Type(call)));

    private static string Type(Call call) => call.Http.Request.Query["type"].FirstOrDefault() ?? "text";
}
