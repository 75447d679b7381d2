using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Clips;

public static class PromptEndpoints
{
    public static void MapPrompts(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/prompts", WriteAsync).WithTags("Prompts").RequireAuthorization().Produces<string>(200, "text/event-stream");

    internal static Task<IResult> WriteAsync(Member member, WritePrompt body) => throw new NotImplementedException();
}
