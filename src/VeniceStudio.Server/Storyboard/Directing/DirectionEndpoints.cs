using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

public static class DirectionEndpoints
{
    /// <summary>Shots of a film of usual length, for a price before the song was heard.</summary>
    private const int UsualShots = 40, MostShots = 400;

    public static void MapDirecting(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api/projects/{id:guid}").WithTags("Storyboard").RequireAuthorization();
        projects.MapGet("/board/writing", WritingAsync).WithMetadata(new NeverCompressed()).Produces<string>(200, "text/event-stream");
        projects.MapPost("/board/writing/cancel", CancelAsync);
        projects.MapPost("/board/rewrite", RewriteAsync);
        projects.MapPost("/questions", AskAsync);
        projects.MapGet("/direction", ReadAsync);
        projects.MapDelete("/direction", DismissAsync);
        projects.MapGet("/words-price", PriceAsync);
    }

    /// <summary>
    /// The board while it is written, as a stream of events: <c>{"shotId","field","text"}</c> with the whole field so far,
    /// <c>{"shots","of"}</c> for shots that are on the board, then <c>{"done":true,"paid","notice","cancelled"}</c> or <c>{"problem"}</c>. Empty when
    /// nothing was ever written.
    /// </summary>
    internal static async Task<IResult> WritingAsync(
        Member member, Guid id, [FromServices] LiveWritings live, StudioDb db, TimeProvider time, IHostApplicationLifetime life, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.ProjectOfAsync(member.Id, id) is null ? TypedResults.NotFound() : new WritingAnswer(id, db, live, time, life);
    }

    /// <summary>Ends what is being written, at once. What is on the board stays; what was begun is paid.</summary>
    internal static async Task<Results<Ok<DirectionView>, NoContent, NotFound>> CancelAsync(
        Member member, Guid id, [FromServices] Director director, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        if (await director.EndAsync(session, id, "Stopped. What is written stays; shots without words can be written at any time."))
        {
            session.AfterCommit(() => events.Publish(new Changed("board", member.Id)));
        }
        var view = await director.OfAsync(session, id);
        await session.CommitAsync();
        return view is null ? TypedResults.NoContent() : TypedResults.Ok(view);
    }

    /// <summary>Has some shots written anew after a sentence. What comes is proposed; a change of the kind <c>words</c> takes it.</summary>
    internal static async Task<Results<Accepted<DirectionView>, NotFound, ProblemHttpResult>> RewriteAsync(
        Member member, Guid id, RewriteShots body, [FromServices] DirectionOrdering ordering, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
        if (await session.BoardAsync(id) is not { } board) return Problems.Of(409, "no-board", "There is no storyboard yet. Make it first.");
        var sentence = PlainWords.Of(body.Sentence, 1_000);
        if (sentence.Length == 0) return Problems.Bad("sentence", "Say in a sentence what should be different.");
        var wanted = body.ShotIds.ToHashSet();
        var shots = board.Shots.Where(shot => wanted.Contains(shot.Id)).ToList();
        if (shots.Count < wanted.Count) return Problems.Of(409, "stale", "Some of these shots are not on the board any more. Look at it again and choose anew.");
        if (shots.FirstOrDefault(shot => shot.Locked) is { } locked)
            return Problems.Bad("shotIds", $"Shot {board.Shots.ToList().IndexOf(locked) + 1} is locked. Unlock it, or leave it out.");
        // Footage that is shown again has the words of its own shot.
        shots.RemoveAll(shot => board.Source(shot).Id != shot.Id);
        if (shots.Count == 0) return Problems.Bad("shotIds", "These shots show the footage of others again, and their words with it. Rewrite those shots instead.");
        var request = new DirectionRequest([.. shots.Select(shot => shot.Id)], sentence, false, body.ShownMost);
        return await ordering.TakeAsync(member, id, DirectionKind.Rewrite, request, null, model => WordPrices.Rewrite(model, project.Read(), shots.Count), ct);
    }

    /// <summary>Asks what the brief leaves open. Up to four questions arrive in the brief; answering is free, skipping too.</summary>
    internal static async Task<Results<Accepted<DirectionView>, NotFound, ProblemHttpResult>> AskAsync(
        Member member, Guid id, AskQuestions body, [FromHeader(Name = Idempotency.Header)] string? key, [FromServices] DirectionOrdering ordering, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
        if (!Idempotency.IsUsable(key)) return Problems.Of(400, "no-idempotency-key", "Send an Idempotency-Key header with this order: 8 to 100 characters, new for each click.");
        var request = new DirectionRequest([], null, false, body.ShownMost);
        return await ordering.TakeAsync(member, id, DirectionKind.Questions, request, key, model => WordPrices.Questions(model, project.Read()), ct);
    }

    /// <summary>The latest work of the director for this project; 204 while there never was any.</summary>
    internal static async Task<Results<Ok<DirectionView>, NoContent, NotFound>> ReadAsync(
        Member member, Guid id, [FromServices] Director director, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        return await director.OfAsync(session, id) is { } view ? TypedResults.Ok(view) : TypedResults.NoContent();
    }

    /// <summary>Forgets the proposals that were not taken.</summary>
    internal static async Task<Results<NoContent, NotFound>> DismissAsync(Member member, Guid id, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        await session.ForgetProposalsAsync(id);
        session.AfterCommit(() => events.Publish(new Changed("board", member.Id)));
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    /// <summary>The most that words cost at the moment: the board's, questions, and rewriting <c>shots</c> shots (one when left out).</summary>
    internal static async Task<Results<Ok<WordsPriceView>, NotFound, ProblemHttpResult>> PriceAsync(
        Member member, Guid id, int? shots, StudioDb db, VideoCatalog catalog, BoardMaking making, CancellationToken ct)
    {
        Project? project;
        int there;
        await using (var session = await db.ReadAsync(ct))
        {
            project = await session.ProjectOfAsync(member.Id, id);
            there = project is not null && await session.BoardAsync(id) is { } board ? board.Shots.Count(shot => !shot.Locked && board.Source(shot).Id == shot.Id) : 0;
        }
        if (project is null) return TypedResults.NotFound();
        var docs = project.Read();
        // At least as many as a board made now would have: it is refused when its words could cost more than this.
        var open = Math.Max(there, await making.WordlessAsync(member, id, project.HasBoard ? project.BoardVersion : null, ct) ?? UsualShots);
        try
        {
            return await catalog.FormWriterAsync(ct) is not { } writer ? DirectionOrdering.NoWriter() : TypedResults.Ok(new WordsPriceView(
                writer.Name, WordPrices.Board(writer.Text, docs, open), WordPrices.Questions(writer.Text, docs),
                WordPrices.Rewrite(writer.Text, docs, Math.Clamp(shots ?? 1, 1, MostShots))));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }
}
