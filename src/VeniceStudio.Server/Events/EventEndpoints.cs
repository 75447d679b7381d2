using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Events;

public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/events", StreamAsync).WithTags("Events").RequireAuthorization().Produces<string>(200, "text/event-stream");

    internal static Task<IResult> StreamAsync(Member member) => throw new NotImplementedException();
}
