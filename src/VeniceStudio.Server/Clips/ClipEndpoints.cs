using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Clips;

public static class ClipEndpoints
{
    public static void MapClips(this IEndpointRouteBuilder routes)
    {
        var clips = routes.MapGroup("/api/clips").WithTags("Clips").RequireAuthorization();
        clips.MapGet("/", ListAsync);
        clips.MapGet("/counts", CountsAsync);
        clips.MapGet("/{id:guid}", OneAsync);
        clips.MapPost("/quote", QuoteAsync);
        clips.MapPost("/", OrderAsync);
        clips.MapPost("/{id:guid}/cancel", CancelAsync);
        clips.MapPost("/{id:guid}/retry", RetryAsync);
        clips.MapPost("/{id:guid}/price", AcceptPriceAsync);
        clips.MapPost("/{id:guid}/consent", AgreeAsync);
        clips.MapPost("/{id:guid}/charged", ChargedAsync);
        clips.MapPost("/{id:guid}/resend", ResendAsync);
        clips.MapPost("/{id:guid}/collect", CollectAgainAsync);
        clips.MapPut("/{id:guid}/clean-up", SetCleanUpAsync);
        clips.MapDelete("/{id:guid}", DeleteAsync);
    }

    internal static Task<Ok<ClipPageView>> ListAsync(Member member, ClipFilter? filter, string? search, string? model, string? before, int? limit) => throw new NotImplementedException();
    internal static Task<Ok<ClipCountsView>> CountsAsync(Member member) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound>> OneAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipQuoteView>, ProblemHttpResult>> QuoteAsync(Member member, QuoteClips body) => throw new NotImplementedException();
    internal static Task<Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult>> OrderAsync(Member member, OrderClips body) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound, ProblemHttpResult>> CancelAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Results<Accepted<ClipView>, NotFound, ProblemHttpResult>> RetryAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound, ProblemHttpResult>> AcceptPriceAsync(Member member, Guid id, AcceptPrice body) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound, ProblemHttpResult>> AgreeAsync(Member member, Guid id, AgreeToConsent body) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound, ProblemHttpResult>> ChargedAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound, ProblemHttpResult>> ResendAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound, ProblemHttpResult>> CollectAgainAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Results<Ok<ClipView>, NotFound>> SetCleanUpAsync(Member member, Guid id, SetCleanUp body) => throw new NotImplementedException();
    internal static Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(Member member, Guid id) => throw new NotImplementedException();
}
