using System.Text.Json.Nodes;

namespace VeniceStudio.Server.Passthrough;

/// <summary>The studio's own refusals on Venice's routes, in Venice's words for them: programs written for Venice understand these.</summary>
internal static class VeniceShape
{
    public static IResult Error(int status, string sentence) => Json(status, new JsonObject { ["error"] = sentence });

    public static IResult NotFound() => Error(404, "Media not found. The request may be invalid, expired or deleted.");

    public static IResult Json(int status, JsonObject body) => TypedResults.Text(body.ToJsonString(), "application/json", statusCode: status);
}
