using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Films;

public static class FilmEndpoints
{
    public static void MapFilms(this IEndpointRouteBuilder routes)
    {
        routes.MapTakes();
        var project = routes.MapGroup("/api/projects/{id:guid}").WithTags("Films").RequireAuthorization();
        project.MapGet("/cut", CutAsync);
        project.MapPut("/cut", SaveAsync);
        project.MapGet("/films", ListAsync);
        project.MapPost("/films", ComposeAsync);
        var films = routes.MapGroup("/api/films/{filmId:guid}").WithTags("Films").RequireAuthorization();
        films.MapGet("/", OneAsync);
        films.MapPost("/cancel", CancelAsync);
        films.MapDelete("/", DeleteAsync);
        routes.MapExports();
    }

    /// <summary>The film as it would be composed now; 409 <c>no-board</c> before there is a storyboard.</summary>
    internal static Task<Results<Ok<CutView>, NotFound, ProblemHttpResult>> CutAsync(Member member, Guid id, CutDesk cuts, CancellationToken ct) =>
        cuts.ReadAsync(member, id, ct);

    /// <summary>Keeps the creator's wishes for the cut; 409 <c>stale</c> when others were kept since this version.</summary>
    internal static Task<Results<Ok<CutView>, NotFound, ProblemHttpResult>> SaveAsync(
        Member member, Guid id, SaveCut body, CutDesk cuts, CancellationToken ct) => cuts.SaveAsync(member, id, body, ct);

    /// <summary>The project's films, newest first.</summary>
    internal static Task<Results<Ok<IReadOnlyList<FilmView>>, NotFound>> ListAsync(Member member, Guid id, FilmDesk films, CancellationToken ct) =>
        films.ListAsync(member, id, ct);

    /// <summary>Composes the cut as it is now. A film of the very same cut that waits or is under way is answered instead of a second one.</summary>
    internal static Task<Results<Accepted<FilmView>, NotFound, ProblemHttpResult>> ComposeAsync(
        Member member, Guid id, FilmDesk films, CancellationToken ct) => films.ComposeAsync(member, id, ct);

    internal static Task<Results<Ok<FilmView>, NotFound>> OneAsync(Member member, Guid filmId, FilmDesk films, CancellationToken ct) =>
        films.OneAsync(member, filmId, ct);

    /// <summary>Ends composing. What is encoded already stays for the next film.</summary>
    internal static Task<Results<Ok<FilmView>, NotFound, ProblemHttpResult>> CancelAsync(Member member, Guid filmId, FilmDesk films, CancellationToken ct) =>
        films.CancelAsync(member, filmId, ct);

    /// <summary>Deletes a film with its file. Exports made from it stay.</summary>
    internal static Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(Member member, Guid filmId, FilmDesk films, CancellationToken ct) =>
        films.DeleteAsync(member, filmId, ct);
}
