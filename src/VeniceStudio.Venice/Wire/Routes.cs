namespace VeniceStudio.Venice.Wire;

/// <summary>The routes that are called, below the base address.</summary>
internal static class Routes
{
    public const string Quote = "video/quote";
    public const string Queue = "video/queue";
    public const string Retrieve = "video/retrieve";
    public const string Complete = "video/complete";
    public const string MusicQuote = "audio/quote";
    public const string MusicQueue = "audio/queue";
    public const string MusicRetrieve = "audio/retrieve";
    public const string MusicComplete = "audio/complete";
    public const string Speech = "audio/speech";
    public const string Transcriptions = "audio/transcriptions";
    public const string ImageGenerate = "image/generate";
    public const string ImageEdit = "image/edit";
    public const string ImageMultiEdit = "image/multi-edit";
    public const string ImageStyles = "image/styles";
    public const string Chat = "chat/completions";
    public const string Models = "models";
    public const string Traits = "models/traits";
    public const string Balance = "billing/balance";
    public const string RateLimits = "api_keys/rate_limits";
}
