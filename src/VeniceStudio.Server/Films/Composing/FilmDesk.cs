using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>What a person does with films: asks for one, ends it, deletes it.</summary>
public sealed class FilmDesk(StudioDb db, MediaStore store, FilmPlans plans, LiveWork live, WorkBell bell, IStudioEvents events)
{
    public async Task<Results<Ok<IReadOnlyList<FilmView>>, NotFound>> ListAsync(Member member, Guid id, CancellationToken ct)
    {
        IReadOnlyList<Film> films;
        IReadOnlyDictionary<Guid, MediaFile> files;
        CutTimeline? cut;
        await using (var session = await db.ReadAsync(ct))
        {
            if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
            films = await session.FilmsAsync(id);
            files = await FilesAsync(session, member.Id, films);
            cut = await session.SceneAsync(project) is { } scene ? CutTimeline.Of(scene) : null;
        }
        var present = cut is null || films.Count == 0 ? null : await HashAsync(cut, ct);
        return TypedResults.Ok<IReadOnlyList<FilmView>>([.. films.Select(film => View(film, files, present))]);
    }

    public async Task<Results<Ok<FilmView>, NotFound>> OneAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await ViewAsync(session, member.Id, id, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    public async Task<Results<Accepted<FilmView>, NotFound, ProblemHttpResult>> ComposeAsync(Member member, Guid id, CancellationToken ct)
    {
        CutTimeline cut;
        await using (var reading = await db.ReadAsync(ct))
        {
            if (await reading.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
            if (await reading.SceneAsync(project) is not { } scene) return CutDesk.NoBoard();
            cut = CutTimeline.Of(scene);
        }
        if (cut.Missing is [var missing, ..]) return Problems.Of(409, "not-yet", missing, ("missing", cut.Missing));
        string hash;
        try
        {
            hash = await plans.KeyAsync(cut, ct);
        }
        catch (MediaException e)
        {
            return Problems.Of(e.Fault == MediaFault.Tool ? 503 : 409, "not-now", e.Message);
        }
        await using var session = await db.BeginAsync(ct);
        // Two clicks at once: the project is held, so that the second one finds the first one's film.
        if (await session.HoldProjectAsync(id) is null) return TypedResults.NotFound();
        var same = (await session.FilmsAsync(id)).FirstOrDefault(film => film.PlanHash == hash && !film.IsOver);
        if (same is null)
        {
            same = Film.Asked(cut, hash, await session.NextFilmNumberAsync(id), session.Now);
            await session.InsertFilmAsync(same);
            session.AfterCommit(() =>
            {
                bell.Ring();
                events.Publish(new Changed("films", member.Id));
            });
        }
        await session.CommitAsync();
        return TypedResults.Accepted($"/api/films/{same.Id}", View(same, new Dictionary<Guid, MediaFile>(), hash));
    }

    public async Task<Results<Ok<FilmView>, NotFound, ProblemHttpResult>> CancelAsync(Member member, Guid id, CancellationToken ct)
    {
        await using (var session = await db.BeginAsync(ct))
        {
            if (await session.FilmOfAsync(member.Id, id) is null) return TypedResults.NotFound();
            if (!await session.CancelFilmAsync(id)) return Problems.Of(409, "not-now", "This film has already ended, so there is nothing to cancel.");
            session.AfterCommit(() =>
            {
                live.End(id);
                events.Publish(new Changed("films", member.Id));
            });
            await session.CommitAsync();
        }
        await using var fresh = await db.ReadAsync(ct);
        return await ViewAsync(fresh, member.Id, id, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    public async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.FilmOfAsync(member.Id, id) is not { } film) return TypedResults.NotFound();
        if (!film.IsOver) return Problems.Of(409, "not-now", "This film is still being made. Cancel it first.");
        await session.DeleteFilmAsync(id);
        if (film.MediaId is { } media && await session.MediaOfAsync(member.Id, media) is { } file)
        {
            await session.MarkMediaDeletedAsync(media);
            session.AfterCommit(() => store.Delete(file));
        }
        session.AfterCommit(() =>
        {
            events.Publish(new Changed("films", member.Id));
            events.Publish(new Changed("projects", member.Id));
            events.Publish(new Changed("library", member.Id));
        });
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    private async Task<FilmView?> ViewAsync(DbSession session, Guid account, Guid id, CancellationToken ct)
    {
        if (await session.FilmOfAsync(account, id) is not { } film || await session.ProjectOfAsync(account, film.ProjectId) is not { } project) return null;
        var files = await FilesAsync(session, account, [film]);
        return View(film, files, await session.SceneAsync(project) is { } scene ? await HashAsync(CutTimeline.Of(scene), ct) : null);
    }

    private static async Task<IReadOnlyDictionary<Guid, MediaFile>> FilesAsync(DbSession session, Guid account, IReadOnlyList<Film> films) =>
        (await session.MediaOfAsync(account, films.Select(film => film.MediaId).OfType<Guid>())).ToDictionary(file => file.Id);

    /// <summary>Stands for the film that the cut would give now; null when it gives none.</summary>
    private async Task<string?> HashAsync(CutTimeline cut, CancellationToken ct)
    {
        try
        {
            return cut.Missing.Count > 0 ? null : await plans.KeyAsync(cut, ct);
        }
        catch (MediaException)
        {
            return null;
        }
    }

    private static FilmView View(Film film, IReadOnlyDictionary<Guid, MediaFile> files, string? present) => new(
        film.Id, film.ProjectId, film.Number, film.State, film.DoneFrames, film.TotalFrames, film.MediaId is { } id ? files.GetValueOrDefault(id)?.ToView() : null,
        film.Scorecard is null ? null : ProjectJson.Read<ScorecardView>(film.Scorecard),
        film.State == FilmState.Failed ? new FilmFailureView(film.FailureKind ?? "failed", film.Sentence ?? "") : null,
        film.PlanHash == present, film.CreatedAt, film.FinishedAt);
}
