using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>What a person does with exports: asks for one, ends it, tries again, fetches it, deletes it.</summary>
public sealed class ExportDesk(StudioDb db, ExportFiles files, LiveWork live, WorkBell bell, IStudioEvents events)
{
    public async Task<Results<Ok<IReadOnlyList<ExportView>>, NotFound>> ListAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        return TypedResults.Ok<IReadOnlyList<ExportView>>([.. (await session.ExportsAsync(member.Id, id)).Select(row => row.ToView())]);
    }

    public async Task<Ok<IReadOnlyList<ExportView>>> AllAsync(Member member, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok<IReadOnlyList<ExportView>>([.. (await session.ExportsAsync(member.Id, null)).Select(row => row.ToView())]);
    }

    public async Task<Results<Accepted<ExportView>, NotFound, ProblemHttpResult>> MakeAsync(Member member, Guid id, MakeExport body, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
        if (!Enum.IsDefined(body.Kind)) return Problems.Bad("kind", "Say which file is wanted.");
        var whole = (await session.FilmsAsync(id)).Where(film => film.State == FilmState.Done).ToList();
        var film = body.FilmId is { } named ? whole.FirstOrDefault(one => one.Id == named) : whole.FirstOrDefault();
        if (film is null && (body.FilmId is not null || ExportKinds.NeedsFilm(body.Kind)))
            return Problems.Of(409, "no-film", body.FilmId is null ? "There is no film yet. Compose one first." : "This film is not whole, or not there any more. Choose another one.");
        if (ExportKinds.NeedsWords(body.Kind) && await session.SceneAsync(project) is not { Lyrics.Timed.Count: > 0 })
            return Problems.Of(409, "no-words", "No line of the lyrics has a time yet. Have the words recognised, or tap the lines along.");
        var export = Export.Asked(project, film?.Id, body, session.Now);
        await session.InsertExportAsync(export);
        Told(session, member.Id);
        session.AfterCommit(bell.Ring);
        var view = (await session.ExportsAsync(member.Id, id, export.Id))[0].ToView();
        await session.CommitAsync();
        return TypedResults.Accepted($"/api/exports/{export.Id}/file", view);
    }

    public Task<Results<Ok<ExportView>, NotFound, ProblemHttpResult>> CancelAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async session =>
    {
        if (!await session.CancelExportAsync(id)) return "This export has already ended, so there is nothing to cancel.";
        session.AfterCommit(() => live.End(id));
        return null;
    }, ct);

    public Task<Results<Ok<ExportView>, NotFound, ProblemHttpResult>> RetryAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async session =>
        await session.RetryExportAsync(id) ? null : "This export is there, or still being made.", ct);

    public async Task<Results<NoContent, NotFound>> DeleteAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ExportOfAsync(member.Id, id) is not { } export) return TypedResults.NotFound();
        await session.DeleteExportAsync(id);
        session.AfterCommit(() =>
        {
            live.End(id);
            MediaStore.Forget(files.PathOf(export));
        });
        Told(session, member.Id);
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    public async Task<IResult> FileAsync(Member member, Guid id, CancellationToken ct)
    {
        Export? row;
        await using (var session = await db.ReadAsync(ct)) row = await session.ExportOfAsync(member.Id, id);
        if (row is { State: ExportState.Done } && !File.Exists(files.PathOf(row))) return await AgainAsync(member, id, ct);
        return row is { State: ExportState.Done } export
            ? new FileAnswer(files.PathOf(export), export.MimeType, $"{export.Id}-{export.Bytes}-{export.FinishedAt?.ToUnixTimeMilliseconds()}", export.Name)
            : TypedResults.NotFound();
    }

    /// <summary>Exports lie in the data folder alone, also beside an S3 store: one whose disk was lost is made again of what the store has.</summary>
    private async Task<ProblemHttpResult> AgainAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.RetryExportAsync(id, isGone: true)) Told(session, member.Id);
        session.AfterCommit(bell.Ring);
        await session.CommitAsync();
        return Problems.Of(409, "not-now", "The file of this export is gone from the studio's disk. It is being made again; fetch it once its card says that it is done.");
    }

    private async Task<Results<Ok<ExportView>, NotFound, ProblemHttpResult>> DecideAsync(Member member, Guid id, Func<DbSession, Task<string?>> decide, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ExportOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        if (await decide(session) is { } no) return Problems.Of(409, "not-now", no);
        Told(session, member.Id);
        session.AfterCommit(bell.Ring);
        var view = (await session.ExportsAsync(member.Id, null, id))[0].ToView();
        await session.CommitAsync();
        return TypedResults.Ok(view);
    }

    private void Told(DbSession session, Guid account) => session.AfterCommit(() => events.Publish(new Changed("exports", account)));
}
