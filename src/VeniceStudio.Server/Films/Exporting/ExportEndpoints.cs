using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapGroup("/api/projects").WithTags("Exports").RequireAuthorization();
        project.MapGet("/{id:guid}/exports", ListAsync);
        project.MapPost("/{id:guid}/exports", MakeAsync);
        project.MapPost("/import", ImportAsync);
        var exports = routes.MapGroup("/api/exports").WithTags("Exports").RequireAuthorization();
        exports.MapGet("/", AllAsync);
        exports.MapPost("/{exportId:guid}/cancel", CancelAsync);
        exports.MapPost("/{exportId:guid}/retry", RetryAsync);
        exports.MapDelete("/{exportId:guid}", DeleteAsync);
        exports.MapMethods("/{exportId:guid}/file", ["GET", "HEAD"], FileAsync).WithMetadata(new NeverCompressed());
    }

    /// <summary>The project's exports, newest first.</summary>
    internal static Task<Results<Ok<IReadOnlyList<ExportView>>, NotFound>> ListAsync(Member member, Guid id, ExportDesk exports, CancellationToken ct) =>
        exports.ListAsync(member, id, ct);

    /// <summary>All exports of the member, newest first.</summary>
    internal static Task<Ok<IReadOnlyList<ExportView>>> AllAsync(Member member, ExportDesk exports, CancellationToken ct) => exports.AllAsync(member, ct);

    /// <summary>Asks for a file; 409 where it needs a whole film, or timed lyrics, and there are none.</summary>
    internal static Task<Results<Accepted<ExportView>, NotFound, ProblemHttpResult>> MakeAsync(
        Member member, Guid id, MakeExport body, ExportDesk exports, CancellationToken ct) => exports.MakeAsync(member, id, body, ct);

    internal static Task<Results<Ok<ExportView>, NotFound, ProblemHttpResult>> CancelAsync(
        Member member, Guid exportId, ExportDesk exports, CancellationToken ct) => exports.CancelAsync(member, exportId, ct);

    internal static Task<Results<Ok<ExportView>, NotFound, ProblemHttpResult>> RetryAsync(
        Member member, Guid exportId, ExportDesk exports, CancellationToken ct) => exports.RetryAsync(member, exportId, ct);

    internal static Task<Results<NoContent, NotFound>> DeleteAsync(Member member, Guid exportId, ExportDesk exports, CancellationToken ct) =>
        exports.DeleteAsync(member, exportId, ct);

    /// <summary>The file, whole or in ranges, to be saved under its name.</summary>
    internal static Task<IResult> FileAsync(Member member, Guid exportId, ExportDesk exports, CancellationToken ct) => exports.FileAsync(member, exportId, ct);

    /// <summary>Opens an archive: a new project with its song, its board, its pictures, takes and cut. The same upload twice gives the same project.</summary>
    internal static Task<Results<Created<ProjectView>, NotFound, ProblemHttpResult>> ImportAsync(
        Member member, ImportProject body, ProjectImport import, CancellationToken ct) => import.OpenAsync(member, body.UploadId, ct);
}
