using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>The imitated service: what is mapped, counted, and described in the API document.</summary>
internal static class RouteTable
{
    /// <summary>Where the imitated API begins, as the real one does.</summary>
    public const string Root = "/api/v1";

    public static IReadOnlyList<Route> All { get; } =
    [
        new("GET", Root + "/models", "models", "The catalogue", ModelRoutes.ListAsync) { Open = true },
        new("GET", Root + "/models/traits", "models/traits", "Models by trait", ModelRoutes.TraitsAsync) { Open = true },
        new("POST", Root + "/video/quote", "video/quote", "A price, without an order", QuoteRoute.HandleAsync)
            { Open = true, Body = Schemas.Quote },
        new("POST", Root + "/video/queue", "video/queue", "Orders a clip and charges it", QueueRoute.HandleAsync) { Body = Schemas.Queue },
        new("POST", Root + "/video/retrieve", "video/retrieve", "Asks how far a clip is, or gets it", RetrieveRoute.HandleAsync)
            { Body = Schemas.Retrieve },
        new("POST", Root + "/video/complete", "video/complete", "Removes a clip's media", CompleteRoute.HandleAsync)
            { Body = Schemas.Complete },
        new("GET", "/v1/share/read/{token}", "share", "A private clip, by its link", ShareRoutes.ReadAsync) { Open = true },
        new("DELETE", "/v1/share/read/{token}", "share/delete", "Revokes a link", ShareRoutes.RevokeAsync) { Open = true },
        new("POST", Root + "/chat/completions", "chat/completions", "Writes text, whole or streamed", ChatRoute.HandleAsync)
            { Body = Schemas.Chat },
        new("POST", Root + "/image/generate", "image/generate", "Paints a picture", ImageRoute.HandleAsync) { Body = Schemas.Image },
        new("POST", Root + "/image/edit", "image/edit", "Changes a picture", EditRoutes.EditAsync) { Body = Schemas.Edit },
        new("POST", Root + "/image/multi-edit", "image/multi-edit", "Makes one picture of several", EditRoutes.MultiEditAsync) { Body = Schemas.MultiEdit },
        new("GET", Root + "/image/styles", "image/styles", "Names of styles", StylesRoute.HandleAsync) { Open = true },
        new("POST", Root + "/audio/quote", "audio/quote", "A price for sound, without an order", MusicQuoteRoute.HandleAsync)
            { Open = true, Body = Schemas.MusicQuote },
        new("POST", Root + "/audio/queue", "audio/queue", "Orders music or another sound and charges it", MusicQueueRoute.HandleAsync)
            { Body = Schemas.MusicQueue },
        new("POST", Root + "/audio/retrieve", "audio/retrieve", "Asks how far a sound is, or gets it", RetrieveRoute.HandleAsync)
            { Body = Schemas.Retrieve },
        new("POST", Root + "/audio/complete", "audio/complete", "Removes a sound's media", CompleteRoute.HandleAsync) { Body = Schemas.Complete },
        new("POST", Root + "/audio/speech", "audio/speech", "Reads a text aloud", SpeechRoute.HandleAsync) { Body = Schemas.Speech },
        new("POST", Root + "/audio/voices", "audio/voices", "Learns a voice from a sample", VoicesRoute.HandleAsync) { Form = ["model"] },
        new("POST", Root + "/audio/transcriptions", "audio/transcriptions", "Hears words", TranscriptionRoute.HandleAsync)
            { Form = ["model", "response_format", "timestamps", "language"] },
        new("GET", Root + "/billing/balance", "billing/balance", "The account", AccountRoutes.BalanceAsync),
        new("GET", Root + "/api_keys/rate_limits", "api_keys/rate_limits", "Limits of the key", AccountRoutes.LimitsAsync),
    ];
}
