using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Projects;

/// <summary>Looks under a name, which any project of their account may take over. A project keeps its own copy.</summary>
public static class LookEndpoints
{
    private const int Most = 200, LongestName = 80;

    public static void MapLooks(this IEndpointRouteBuilder routes)
    {
        var looks = routes.MapGroup("/api/looks").WithTags("Looks").RequireAuthorization();
        looks.MapGet("/", ListAsync);
        looks.MapPost("/", CreateAsync);
        looks.MapPut("/{lookId:guid}", ChangeAsync);
        looks.MapDelete("/{lookId:guid}", DeleteAsync);
    }

    /// <summary>The member's looks, last changed first.</summary>
    internal static async Task<Ok<IReadOnlyList<LookKitView>>> ListAsync(Member member, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        IReadOnlyList<LookKitView> views = [.. (await session.LooksAsync(member.Id)).Select(kit => kit.ToView())];
        return TypedResults.Ok(views);
    }

    internal static async Task<Results<Created<LookKitView>, ProblemHttpResult>> CreateAsync(
        Member member, SaveLookKit body, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if ((await session.LooksAsync(member.Id)).Count >= Most) return Problems.Bad("name", $"There are {Most} looks already. Delete one that is not needed any more.");
        var kit = new LookKit { Id = Guid.CreateVersion7(), AccountId = member.Id, CreatedAt = session.Now };
        if (await KeepAsync(session, kit, body, LookSql.InsertLookAsync) is { } wrong) return wrong;
        var view = await DoneAsync(session, member, kit.Id, events);
        return TypedResults.Created($"/api/looks/{kit.Id}", view);
    }

    internal static async Task<Results<Ok<LookKitView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Member member, Guid lookId, SaveLookKit body, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.LookOfAsync(member.Id, lookId) is not { } kit) return TypedResults.NotFound();
        if (await KeepAsync(session, kit, body, LookSql.UpdateLookAsync) is { } wrong) return wrong;
        return TypedResults.Ok(await DoneAsync(session, member, lookId, events));
    }

    internal static async Task<Results<NoContent, NotFound>> DeleteAsync(Member member, Guid lookId, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.LookOfAsync(member.Id, lookId) is null) return TypedResults.NotFound();
        await session.DeleteLookAsync(lookId);
        session.AfterCommit(() => events.Publish(new Changed("projects", member.Id)));
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    private static async Task<ProblemHttpResult?> KeepAsync(DbSession session, LookKit kit, SaveLookKit body, Func<DbSession, LookKit, Task> write)
    {
        var name = CleanName.Words(body.Name, LongestName);
        if (name.Length == 0) return Problems.Bad("name", "A look needs a name that can be read.");
        await write(session, kit.With(name, body.Look, session.Now));
        return body.Look.LogoId is { } logo && !await session.KeepMediaAsync(kit.Id, kit.AccountId, [logo])
            ? Problems.Bad("look.logoId", "The logo is no longer in your library. Remove it, or upload it again.") : null;
    }

    private static async Task<LookKitView> DoneAsync(DbSession session, Member member, Guid id, IStudioEvents events)
    {
        var view = (await session.LookOfAsync(member.Id, id))!.ToView();
        session.AfterCommit(() => events.Publish(new Changed("projects", member.Id)));
        await session.CommitAsync();
        return view;
    }
}
