using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace VeniceStudio.Server.Hosting;

/// <summary>Gives every problem the same shape, also those that the framework writes: a word, a sentence, and the field at fault.</summary>
internal static class ProblemShape
{
    public static void Apply(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem is HttpValidationProblemDetails validation) Say(validation);
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        if (problem.Detail is null) (problem.Type, problem.Detail) = WordsFor(status);
        problem.Title = Problems.TitleOf(status);
        if (problem.Extensions.TryGetValue(Problems.RetryAfter, out var wait))
        {
            context.HttpContext.Response.Headers.RetryAfter = Convert.ToString(wait, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What is said about a status that came without words.</summary>
    public static (string Type, string Sentence) WordsFor(int status) => status switch
    {
        400 => ("bad-input", "The request cannot be read. Check it against the API's description at /swagger."),
        401 => ("sign-in", "Sign in to go on."),
        403 => ("not-allowed", "Your account may not do this. Ask an owner of the studio."),
        404 => ("not-found", "There is nothing here: it never was, it is gone, or it is somebody else's."),
        405 => ("not-found", "This address does not take that kind of request. See /swagger for what it takes."),
        413 => ("too-large", "That is more than this address takes."),
        415 => ("wrong-kind", "Send the body as JSON, with the header Content-Type: application/json."),
        _ => ("went-wrong", "Something went wrong in the studio. Try again; if it stays, look into the studio's log."),
    };

    private static void Say(HttpValidationProblemDetails problem)
    {
        problem.Type = "bad-input";
        if (problem.Errors.Count == 0) return;
        problem.Errors = problem.Errors.ToDictionary(error => FieldOf(error.Key), error => error.Value);
        var (field, sentences) = problem.Errors.First();
        problem.Extensions["field"] = field;
        problem.Detail = sentences.FirstOrDefault();
    }

    /// <summary><c>Items[0].Name</c> as the JSON has it: <c>items[0].name</c>.</summary>
    private static string FieldOf(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
