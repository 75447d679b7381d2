using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Hosting;

/// <summary>Venice's refusals and failures as the studio's own problems: its sentence, a fitting status, when to try again.</summary>
public static class VeniceProblems
{
    public static ProblemHttpResult ToProblem(this VeniceException e)
    {
        var status = e.Kind switch
        {
            VeniceErrorKind.BadRequest or VeniceErrorKind.Refused or VeniceErrorKind.NothingHeard or VeniceErrorKind.NeedsConsent => StatusCodes.Status422UnprocessableEntity,
            VeniceErrorKind.NoBalance or VeniceErrorKind.KeySpendLimit => StatusCodes.Status402PaymentRequired,
            VeniceErrorKind.NotFound or VeniceErrorKind.Retired => StatusCodes.Status409Conflict,
            VeniceErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            VeniceErrorKind.WrongMediaType => StatusCodes.Status415UnsupportedMediaType,
            VeniceErrorKind.KeyRejected or VeniceErrorKind.NoKey or VeniceErrorKind.Forbidden or VeniceErrorKind.RegionBlocked
                => StatusCodes.Status502BadGateway,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
        return Problems.Of(status, "venice-" + Word(e.Kind), e.Message, ("field", e.Field), ("retryAt", e.RetryAt), ("recommendedModel", e.RecommendedModel));
    }

    /// <summary>A kind as a word for programs: <c>AtCapacity</c> becomes <c>at-capacity</c>.</summary>
    public static string Word(VeniceErrorKind kind) =>
        string.Concat(kind.ToString().Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
