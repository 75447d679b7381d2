using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>What a person reads: what happened, in whose words, what it cost, what to do.</summary>
internal sealed record Sentence(VeniceErrorKind Kind, ErrorBody Body, Call Call, TimeSpan? Wait, bool MayHaveBought)
{
    public override string ToString() => string.Join(' ', new[] { Happened(), Quote(), Cost(), Next() }.Where(part => part.Length > 0));

    private bool IsAboutAJob => Call.Route is Routes.Retrieve or Routes.Complete or Routes.MusicRetrieve or Routes.MusicComplete;

    private string Thing => Call.Route is Routes.MusicRetrieve or Routes.MusicComplete ? "sound" : "video";

    private string Happened() => Kind switch
    {
        VeniceErrorKind.BadRequest when Body is { Field: { } field, Allowed: [_, ..] allowed } =>
            $"Venice does not take this {Words(field)} here; it takes {string.Join(", ", allowed)}.",
        VeniceErrorKind.BadRequest when Body.Field is { } field => $"Venice objects to the {Words(field)}.",
        VeniceErrorKind.BadRequest => "Venice cannot use this request as it is.",
        VeniceErrorKind.NoKey => "Venice saw no API key.",
        VeniceErrorKind.KeyRejected => "Venice does not accept the API key.",
        VeniceErrorKind.NoBalance => "The Venice account has too little money for this.",
        VeniceErrorKind.KeySpendLimit => "The API key has reached its own spending limit at Venice.",
        VeniceErrorKind.Forbidden when Call.ToSharedLink => "The link to the finished video does not open.",
        VeniceErrorKind.Forbidden => "This Venice account may not use that.",
        VeniceErrorKind.RegionBlocked => "Venice does not offer this model where this server stands.",
        VeniceErrorKind.NeedsConsent => "Venice saw a face in the pictures and asks a person to agree to its policy first.",
        VeniceErrorKind.NotFound when Call.ToSharedLink => "The link to the finished video is used up, expired or revoked.",
        VeniceErrorKind.NotFound when IsAboutAJob => $"Venice has no such {Thing}, or no longer.",
        VeniceErrorKind.NotFound => "Venice does not know this model.",
        VeniceErrorKind.TooLarge => "The request is bigger than Venice takes.",
        VeniceErrorKind.WrongMediaType => "Venice cannot read a file of this type.",
        VeniceErrorKind.Refused when IsAboutAJob => $"The content policy stopped this {Thing} while it was being made.",
        VeniceErrorKind.Refused => "The content policy refused this.",
        VeniceErrorKind.NothingHeard => "Venice heard no words in this sound.",
        VeniceErrorKind.RateLimited => "Venice asks for a pause: too many requests in a short time.",
        VeniceErrorKind.AbuseBlocked => "Venice ignores this key for half a minute after too many failed requests.",
        VeniceErrorKind.AtCapacity => "The model is busy or offline right now.",
        VeniceErrorKind.Retired => "Venice has withdrawn this model.",
        VeniceErrorKind.Failed => "Venice failed while working on this.",
        VeniceErrorKind.TimedOut => "Venice did not answer in time.",
        VeniceErrorKind.Unreachable when MayHaveBought => "The connection to Venice broke before it answered.",
        VeniceErrorKind.Unreachable => "Venice cannot be reached.",
        VeniceErrorKind.TornDownload => "The answer from Venice broke off.",
        _ => "Venice gave an answer that makes no sense here.",
    };

    private string Quote() => Body.Text is null ? "" : $"Venice says: “{Body.Text.TrimEnd('.')}”.";

    private string Cost() => (Body.CreditsRefunded, Kind) switch
    {
        _ when MayHaveBought => "It may have taken the order and charged for it.",
        (true, _) => "The price was returned.",
        (false, _) => "Venice kept the price.",
        (null, VeniceErrorKind.Refused) when IsAboutAJob => "Whether the price was returned shows in the balance.",
        _ when Call.Buys => "Nothing was charged.",
        _ => "",
    };

    private string Next() => MayHaveBought ? "Compare the balance before sending it again." : Kind switch
    {
        VeniceErrorKind.BadRequest => "Change that and try again.",
        VeniceErrorKind.NoKey => "Set VENICE_API_KEY to a key of your Venice account.",
        VeniceErrorKind.KeyRejected => "Check that it was copied whole and is still active; some models also want a Pro account.",
        VeniceErrorKind.NoBalance => "Add credit at venice.ai, then try again.",
        VeniceErrorKind.KeySpendLimit => "Raise the limit of the key at venice.ai or wait for its next day.",
        VeniceErrorKind.Forbidden when Call.ToSharedLink => "Ask Venice's support; the order itself is known there.",
        VeniceErrorKind.RegionBlocked when IsAboutAJob => "Collect it from the network that it was ordered from.",
        VeniceErrorKind.Forbidden or VeniceErrorKind.RegionBlocked => "Choose another model.",
        VeniceErrorKind.NeedsConsent => "Read the policy and agree, or use a picture without a face.",
        VeniceErrorKind.NotFound when IsAboutAJob || Call.ToSharedLink => "Order it again if it was never collected.",
        VeniceErrorKind.NotFound or VeniceErrorKind.Retired => "Choose another model.",
        VeniceErrorKind.TooLarge => "Use fewer or smaller files.",
        VeniceErrorKind.WrongMediaType => "Convert it to a common type first.",
        VeniceErrorKind.Refused when Body.SuggestedPrompt is not null => "Try the words that Venice suggests.",
        VeniceErrorKind.Refused when Body.RecommendedModel is { } model => $"Try it with the model {model}.",
        VeniceErrorKind.Refused => "Say it differently or use another model.",
        VeniceErrorKind.NothingHeard => "If it has words, try another model or a file with a louder voice.",
        VeniceErrorKind.Unreachable => "Check the connection and try again.",
        _ when Wait is { TotalSeconds: > 1 } wait => $"Try again in {InWords(wait)}.",
        _ => "Try again in a little while.",
    };

    private static string Words(string field) => field.Replace('_', ' ');

    private static string InWords(TimeSpan wait) => wait switch
    {
        { TotalSeconds: < 90 } => $"{Math.Ceiling(wait.TotalSeconds):0} seconds",
        { TotalMinutes: < 90 } => $"{Math.Ceiling(wait.TotalMinutes):0} minutes",
        _ => $"{Math.Ceiling(wait.TotalHours):0} hours",
    };
}
