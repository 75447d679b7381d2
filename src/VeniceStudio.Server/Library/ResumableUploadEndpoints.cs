using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Library;

public static class ResumableUploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/api/uploads").WithTags("Library").RequireAuthorization();
        uploads.MapPost("/", StartAsync);
        uploads.MapGet("/{id:guid}", OneAsync);
        uploads.MapPut("/{id:guid}", TakeAsync).WithMetadata(new UploadBody.RawMark());
        uploads.MapDelete("/{id:guid}", DropAsync);
    }

    /// <summary>Announces a song that comes in pieces; it can be taken up again for a day.</summary>
    internal static Task<Results<Created<UploadView>, ProblemHttpResult>> StartAsync(
        Member member, StartUpload body, ResumableUploads uploads, CancellationToken ct) => uploads.StartAsync(member, body, ct);

    /// <summary>Where an upload stands.</summary>
    internal static async Task<Results<Ok<UploadView>, NotFound>> OneAsync(Member member, Guid id, ResumableUploads uploads, CancellationToken ct) =>
        await uploads.FindAsync(member, id, ct) is { } upload ? TypedResults.Ok(upload.ToView()) : TypedResults.NotFound();

    /// <summary>Takes the next piece as the bare body. <c>from</c> is where it starts and has to be <c>received</c>; a 409 tells where the upload stands.</summary>
    internal static Task<Results<Ok<UploadView>, NotFound, ProblemHttpResult>> TakeAsync(
        Member member, Guid id, long? from, HttpRequest request, ResumableUploads uploads, CancellationToken ct) =>
        uploads.TakeAsync(member, id, from ?? 0, request.Body, ct);

    /// <summary>Gives an upload up.</summary>
    internal static async Task<Results<NoContent, NotFound>> DropAsync(Member member, Guid id, ResumableUploads uploads, CancellationToken ct)
    {
        if (await uploads.FindAsync(member, id, ct) is null) return TypedResults.NotFound();
        await uploads.DropAsync(id, ct);
        return TypedResults.NoContent();
    }
}
