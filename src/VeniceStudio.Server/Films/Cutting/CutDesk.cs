using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

/// <summary>Shows the cut and keeps what the creator wants of it.</summary>
public sealed class CutDesk(StudioDb db, IStudioEvents events)
{
    public async Task<Results<Ok<CutView>, NotFound, ProblemHttpResult>> ReadAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
        return await session.SceneAsync(project) is { } scene ? TypedResults.Ok(CutViewing.Of(scene)) : NoBoard();
    }

    public async Task<Results<Ok<CutView>, NotFound, ProblemHttpResult>> SaveAsync(Member member, Guid id, SaveCut body, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
        if (await session.SceneAsync(project) is not { } scene) return NoBoard();
        var spans = body.Cut.Spans;
        if (spans is null || spans.Any(span => span is null)) return Problems.Bad("cut.spans", "The list of spans is missing. Send it empty instead.");
        if (spans.Select(span => span.ShotId).Distinct().Count() < spans.Count) return Problems.Bad("cut.spans", "A shot has two spans. Send one for each.");
        foreach (var span in spans) if (WrongSource(scene, span.TakeId, span.FootageId) is { } wrong) return wrong;
        if (body.Cut.Logo?.MediaId is { } logo && !await session.KeepMediaAsync(id, member.Id, [logo]))
            return Problems.Bad("cut.logo", "The logo is not among your pictures. Upload it again.");
        // What was wished for shots that are not on the board any more is forgotten.
        var kept = body.Cut with { Spans = [.. spans.Where(span => scene.Board.IndexOf(span.ShotId) >= 0)] };
        if (!await session.KeepCutAsync(id, body.Version, kept)) return Stale(scene.CutVersion);
        Told(session, member.Id);
        var view = CutViewing.Of((await session.SceneAsync(project))!);
        await session.CommitAsync();
        return TypedResults.Ok(view);
    }

    public async Task<Results<Ok<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> ChooseAsync(Member member, Guid id, ChooseTake body, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project || await session.SceneAsync(project) is not { } scene
            || scene.Board.IndexOf(body.ShotId) < 0) return TypedResults.NotFound();
        if (WrongSource(scene, body.TakeId, body.FootageId) is { } wrong) return wrong;
        await ChooseAsync(session, scene, body.ShotId, body.TakeId, body.FootageId);
        Told(session, member.Id);
        var views = await TakeReading.ViewsAsync(session, project);
        await session.CommitAsync();
        return TypedResults.Ok(views);
    }

    /// <summary>Lets a shot show something, in somebody's transaction. Another clip begins anew: where the old one began says nothing about it.</summary>
    internal static async Task ChooseAsync(DbSession session, FilmScene scene, Guid shot, Guid? take, Guid? footage)
    {
        var (version, cut) = await session.CutAsync(scene.Project.Id);
        var wish = cut.Of(shot) with { TakeId = take, FootageId = footage, Still = false, InSeconds = null };
        // Two changes at the same moment: the second one reads again.
        if (!await session.KeepCutAsync(scene.Project.Id, version, cut.With(wish)))
        {
            (version, cut) = await session.CutAsync(scene.Project.Id);
            await session.KeepCutAsync(scene.Project.Id, version, cut.With(wish));
        }
    }

    internal static ProblemHttpResult NoBoard() => Problems.Of(409, "no-board", "This project has no storyboard yet. Have it written first.");

    private static ProblemHttpResult Stale(int version) => Problems.Of(
        409, "stale", "The cut was changed elsewhere meanwhile. Read it again and repeat your change.", ("version", version));

    private static ProblemHttpResult? WrongSource(FilmScene scene, Guid? take, Guid? footage)
    {
        if (take is { } clip && !scene.Takes.Any(one => one.Id == clip && one.Status == ClipStatus.Done && scene.File(one.MediaId) is not null))
            return Problems.Bad("takeId", "This take is not finished, or not one of this project. Choose another one.");
        return footage is { } own && !scene.Footage.Any(one => one.Id == own && scene.File(one.MediaId) is not null)
            ? Problems.Bad("footageId", "This footage is not in this project any more. Bring it again.") : null;
    }

    private void Told(DbSession session, Guid account) => session.AfterCommit(() =>
    {
        events.Publish(new Changed("takes", account));
        events.Publish(new Changed("films", account));
    });
}
