using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>A person's yes to shots exactly as they stand, and its taking back.</summary>
public sealed class Approving(StudioDb db, BoardDesk desk, BoardReading reading, ShotPrices prices)
{
    public async Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> ApproveAsync(Member member, Guid id, ApproveShots body, CancellationToken ct)
    {
        Project? project;
        Board? board;
        SettingsView settings;
        await using (var reader = await db.ReadAsync(ct))
        {
            project = await reader.ProjectOfAsync(member.Id, id);
            board = project is null ? null : await reader.BoardAsync(id, project.BoardVersion);
            settings = await reader.SettingsAsync();
        }
        if (project is null || board is null) return TypedResults.NotFound();
        if (project.BoardVersion != body.Version) return BoardChanging.Stale(project);

        var docs = project.Read();
        var offers = await prices.OffersAsync(board, docs, ShotPrices.FormAge, ct);
        var (places, refused) = Meant(board, docs, offers, body);
        if (refused is not null) return refused;
        var total = places.Sum(place => offers[place].Price!.Value);
        if (total > body.ShownTotal + body.ShownTotal * settings.PriceTolerancePercent / 100) return PriceChanged(body.ShownTotal, total);
        if (places.Count > 0)
        {
            // Approved is the version that was priced: whatever came between makes it stale.
            await using var session = await db.BeginAsync(ct);
            if (await session.HoldProjectAsync(id) is not { } now) return TypedResults.NotFound();
            if (now.BoardVersion != body.Version || now.Version != project.Version) return BoardChanging.Stale(now);
            var chosen = places.ToHashSet();
            var approved = board with
            {
                Shots = [.. board.Shots.Select((shot, index) => chosen.Contains(index) ? shot with { Approval = Of(board, index, docs, offers[index], member.Id, session.Now) } : shot)],
            };
            await desk.KeepAsync(session, now, approved, places.Count == 1 ? $"Shot {places[0] + 1} approved" : $"{places.Count} shots approved", member.Id);
            await session.CommitAsync();
        }
        return await reading.ViewAsync(member, id, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    public async Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> WithdrawAsync(Member member, Guid id, WithdrawShots body, CancellationToken ct)
    {
        await using (var session = await db.BeginAsync(ct))
        {
            if (await session.HoldProjectAsync(id) is not { HasBoard: true } project || project.AccountId != member.Id) return TypedResults.NotFound();
            if (project.BoardVersion != body.Version) return BoardChanging.Stale(project);
            if (await session.BoardAsync(id, project.BoardVersion) is not { } board) return TypedResults.NotFound();
            var meant = body.All ? board.Shots.Select(shot => shot.Id).ToHashSet() : (body.ShotIds ?? []).ToHashSet();
            if (meant.Count == 0 || meant.Any(shot => board.IndexOf(shot) < 0)) return NoSuchShot();
            var count = board.Shots.Count(shot => meant.Contains(shot.Id) && shot.Approval is not null);
            if (count > 0)
            {
                var next = board with { Shots = [.. board.Shots.Select(shot => meant.Contains(shot.Id) ? shot with { Approval = null } : shot)] };
                await desk.KeepAsync(session, project, next, count == 1 ? "An approval withdrawn" : $"{count} approvals withdrawn", member.Id);
                await session.CommitAsync();
            }
        }
        return await reading.ViewAsync(member, id, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>Which shots are meant and not approved yet, or why they cannot be. With "all", those that lack something are left out.</summary>
    private static (IReadOnlyList<int> Places, ProblemHttpResult? Refused) Meant(Board board, ProjectDocs docs, IReadOnlyList<ShotOffer> offers, ApproveShots body)
    {
        if (!body.All && (body.ShotIds is not { Count: > 0 } || body.ShotIds.Any(shot => board.IndexOf(shot) < 0))) return ([], NoSuchShot());
        var meant = body.All ? [.. Enumerable.Range(0, board.Shots.Count)] : body.ShotIds!.Distinct().Select(board.IndexOf).Order().ToList();
        var waiting = meant.Where(place => !ApprovalBasis.Holds(board, place, docs)).ToList();
        var ready = waiting.Where(place => offers[place] is { Lack: ShotLack.Nothing, Price: not null }).ToList();
        if (ready.Count == waiting.Count || (body.All && ready.Count > 0)) return (ready, null);
        var first = waiting.First(place => !ready.Contains(place));
        return offers[first].Missing is { } lack
            ? ([], Problems.Of(400, "not-ready", $"Shot {first + 1} cannot be approved yet. {lack}", ("field", "shotIds"), ("shotId", board.Shots[first].Id)))
            : ([], Problems.Of(503, "no-price", "Venice tells no price at the moment, and nothing is approved without one. Try again in a while."));
    }

    private static Approval Of(Board board, int index, ProjectDocs docs, ShotOffer offer, Guid by, DateTimeOffset at)
    {
        var source = board.Source(board.Shots[index]);
        var limit = offer.Video?.Model.PromptLimit ?? int.MaxValue;
        return new Approval(
            board.StillOf(board.Shots[index]), PromptComposer.Video(docs, source, limit), offer.Video?.Model.Id, offer.Duration, offer.Video?.Resolution, offer.Video?.AspectRatio,
            offer.Price!.Value, by, at, ApprovalBasis.Of(board, index, docs), PromptComposer.Negative(docs, limit));
    }

    private static ProblemHttpResult NoSuchShot() => Problems.Bad("shotIds", "Say which shots are meant; one of these is not on the board any more.");

    private static ProblemHttpResult PriceChanged(long shown, long price) => Problems.Of(409, "price-changed",
        $"Venice now asks {Money.Dollars(price)} instead of {Money.Dollars(shown)}. Nothing was approved; look at the new price and approve again.", ("newPrice", price));
}
