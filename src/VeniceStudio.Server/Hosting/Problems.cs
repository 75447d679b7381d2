using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Every refusal as problem+json: a stable word for programs (<c>type</c>), a sentence with the next step for people
/// (<c>detail</c>), and, where one field is at fault, its name (<c>field</c>).
/// </summary>
public static class Problems
{
    /// <summary>A problem with this member, whole seconds, is answered with the header <c>Retry-After</c> as well (see <see cref="ProblemShape"/>).</summary>
    public const string RetryAfter = "retryAfterSeconds";

    public static ProblemHttpResult Of(int status, string type, string sentence, params (string Name, object? Value)[] more)
    {
        var details = new ProblemDetails { Status = status, Type = type, Title = TitleOf(status), Detail = sentence };
        foreach (var (name, value) in more) details.Extensions[name] = value;
        return TypedResults.Problem(details);
    }

    public static ProblemHttpResult Bad(string field, string sentence) =>
        Of(StatusCodes.Status400BadRequest, "bad-input", sentence, ("field", field));

    /// <summary>Refuses for a while: says how long, in the sentence (as <c>{0}</c>) and in <c>Retry-After</c>.</summary>
    public static ProblemHttpResult TooMany(TimeSpan wait, string sentence)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        var words = seconds switch { 1 => "a second", < 120 => $"{seconds} seconds", _ => $"{(seconds + 59) / 60} minutes" };
        return Of(StatusCodes.Status429TooManyRequests, "too-many", string.Format(CultureInfo.InvariantCulture, sentence, words), (RetryAfter, seconds));
    }

    internal static string TitleOf(int status) => status switch
    {
        400 => "That input cannot be used",
        401 => "Please sign in",
        402 => "Not enough money",
        403 => "Not allowed",
        404 => "Not found",
        409 => "Not as things stand",
        413 => "Too large",
        415 => "Not a usable file",
        429 => "Too many requests",
        503 => "Not at the moment",
        507 => "The disk is full",
        _ => "Something went wrong",
    };
}
