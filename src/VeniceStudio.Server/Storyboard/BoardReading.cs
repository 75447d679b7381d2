using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Boards as the API shows them: with frames, prices, what is sung, and what is missing.</summary>
public sealed class BoardReading(StudioDb db, ShotPrices prices, IDirectionNews? news = null)
{
    public async Task<Results<Ok<BoardView>, NotFound>> ReadAsync(Member member, Guid id, CancellationToken ct) =>
        await ViewAsync(member, id, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    /// <summary>The board that counts; null when the member has no such project or it has no board.</summary>
    internal async Task<BoardView?> ViewAsync(Member member, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(member.Id, id, ct) is not { } loaded) return null;
        var offers = await prices.OffersAsync(loaded.Board, loaded.Docs, ShotPrices.ShownAge, ct);
        return View(loaded, offers);
    }

    /// <summary>What Venice will read for a shot, cut to what its model reads.</summary>
    public async Task<Results<Ok<PromptView>, NotFound>> PromptAsync(Member member, Guid id, Guid shotId, CancellationToken ct)
    {
        Project? project;
        Board? board;
        await using (var session = await db.ReadAsync(ct))
        {
            project = await session.ProjectOfAsync(member.Id, id);
            board = project is null ? null : await session.BoardAsync(id);
        }
        if (board is null || board.IndexOf(shotId) is var index && index < 0) return TypedResults.NotFound();
        var docs = project!.Read();
        var shot = board.Source(board.Shots[index]);
        var limit = (await prices.OffersAsync(board with { Shots = [shot] }, docs, ShotPrices.ShownAge, ct))[0].Video?.Model.PromptLimit ?? int.MaxValue;
        var parts = PromptComposer.StillParts(docs, shot).Union(PromptComposer.VideoParts(docs, shot)).Select(part => new PromptPartView(part.From, part.Text));
        return TypedResults.Ok(new PromptView(
            PromptComposer.Still(docs, shot), PromptComposer.Video(docs, shot, limit), PromptComposer.Negative(docs, limit), [.. parts]));
    }

    private async Task<Loaded?> LoadAsync(Guid account, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(account, id) is not { HasBoard: true } project) return null;
        if (await session.BoardAsync(id, project.BoardVersion) is not { } board) return null;
        var stills = board.Shots.Select(shot => shot.StillId).OfType<Guid>().Distinct().ToList();
        var pictures = (await session.MediaOfAsync(account, stills)).ToDictionary(media => media.Id, media => media.ToView());
        return new Loaded(
            project, project.Read(), board, await session.ProjectSongAsync(project.TrackId), pictures, await session.StepsAsync(id, project.BoardVersion),
            (await session.ProjectBudgetAsync(id))?.Left, news is null ? null : await news.OfAsync(session, id));
    }

    private static BoardView View(Loaded loaded, IReadOnlyList<ShotOffer> offers)
    {
        var (board, docs) = (loaded.Board, loaded.Docs);
        var approved = board.Shots.Select((_, index) => ApprovalBasis.Holds(board, index, docs)).ToList();
        var price = offers.Sum(offer => offer.Price ?? 0);
        return new BoardView(
            loaded.Project.BoardVersion, board.Duration, (int)Math.Round(board.FrameRate.PerSecond), board.FrameRate.FrameAt(board.Duration),
            [.. board.Shots.Select((shot, index) => View(loaded, shot, index, offers[index], approved[index]))],
            Math.Round(offers.Sum(offer => offer.Paid), 3), Math.Round(board.Duration, 3), price, loaded.BudgetLeft,
            BoardGaps.Of(board, offers, approved, price, loaded.BudgetLeft),
            loaded.Steps.Back is not null, loaded.Steps.Back is null ? null : loaded.Steps.Act,
            loaded.Steps.Forward is not null, loaded.Steps.ForwardAct, board.Note, loaded.Direction);
    }

    private static ShotView View(Loaded loaded, Shot shot, int index, ShotOffer offer, bool approved)
    {
        var board = loaded.Board;
        var end = board.EndOf(index);
        var shown = board.StillOf(shot) is { } still && loaded.Pictures.TryGetValue(still, out var picture) ? picture.PosterUrl ?? picture.Url : null;
        var (song, source) = (loaded.Song, board.Source(shot));
        return new ShotView(
            shot.Id, index + 1, shot.Start, end, board.FrameRate.FrameAt(shot.Start), board.FrameRate.FrameAt(end),
            song is null ? shot.Section : SlotEditing.SectionAt(song.Heard, shot.Start), source.Words, source.WrittenBy, source.CastIds, shot.StillId, shown,
            shot.SameAs, shot.AngleOf, shot.MovingStill, shot.VideoModel, shot.Locked, shot.Subject, approved,
            offer.Video?.Model.Id, offer.Duration, offer.Paid, offer.Price, song?.SungBetween(shot.Start, end),
            index == 0 || (song is not null && BeatSnap.IsOnBeat(song.Heard, shot.Start)), offer.Missing);
    }

    private sealed record Loaded(
        Project Project, ProjectDocs Docs, Board Board, ProjectSong? Song, IReadOnlyDictionary<Guid, MediaView> Pictures, BoardSteps Steps,
        long? BudgetLeft, DirectionView? Direction);
}
