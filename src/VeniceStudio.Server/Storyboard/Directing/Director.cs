using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Takes requests for the director's work into its table; <see cref="DirectionPipeline"/> does them.</summary>
internal sealed class Director(VideoCatalog catalog, WorkBell bell, IStudioEvents events, LiveWritings live, IBoardWriting boards) : IDirecting, IDirectionNews
{
    public const string Superseded = "The board was made anew, and its words are written anew with it.";

    public async Task BeginAsync(DbSession session, Guid project, Guid account, IReadOnlyList<Guid> shots, bool rules, long shownMost)
    {
        if (shots.Count == 0) return;
        await EndAsync(session, project, Superseded);
        var direction = Direction.New(account, project, DirectionKind.Board, new DirectionRequest(shots, null, rules, shownMost), session.Now);
        await session.InsertDirectionAsync(direction);
        Told(session, account);
    }

    /// <summary>Takes other work; false when the project has some at work already.</summary>
    public async Task<bool> TakeAsync(DbSession session, Direction direction)
    {
        if (!await session.InsertDirectionAsync(direction)) return false;
        Told(session, direction.AccountId);
        return true;
    }

    /// <summary>Ends what is at work for a project, wherever it is in hand.</summary>
    public async Task<bool> EndAsync(DbSession session, Guid project, string notice)
    {
        if (await session.EndDirectionAsync(project, notice) is not { } ended) return false;
        session.AfterCommit(() => live.Stop(project, ended));
        return true;
    }

    public async Task<DirectionView?> OfAsync(DbSession session, Guid project)
    {
        if (await session.DirectionOfAsync(project) is not { } row) return null;
        var proposals = row.ReadProposals();
        if (proposals.Count > 0 && await boards.BoardAsync(session, project) is { } board)
        {
            var words = board.Shots.ToDictionary(shot => shot.Id, shot => shot.Words);
            // What was taken, or is gone, is no proposal any more.
            proposals = [.. proposals.Where(proposal => words.TryGetValue(proposal.ShotId, out var now) && now != proposal.After)];
        }
        return new DirectionView(row.Id, row.Kind, row.State, row.Done, row.Total, row.Paid, row.Notice, proposals);
    }

    public async Task<long?> MostAsync(ProjectDocs docs, int shots, CancellationToken ct)
    {
        try
        {
            return await catalog.FormWriterAsync(ct) is { } model ? WordPrices.Board(model.Text, docs, shots) : null;
        }
        catch (VeniceException)
        {
            return null;
        }
    }

    private void Told(DbSession session, Guid account) => session.AfterCommit(() =>
    {
        bell.Ring();
        events.Publish(new Changed("board", account));
    });
}
