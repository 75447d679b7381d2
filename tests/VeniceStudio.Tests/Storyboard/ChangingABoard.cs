using System.Net;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Storyboard;

public abstract class ChangingABoard(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undo_after_any_edits_gives_every_board_back_exactly_and_redo_takes_them_up_again()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenABoardAsync(maker);
        var states = new List<BoardView> { board };
        foreach (var edit in Edits())
        {
            board = await maker.Client.EditAsync(project, board, edit(board));
            states.Add(board);
        }
        Assert.True(board.CanUndo);
        for (var i = states.Count - 2; i >= 0; i--)
        {
            board = await maker.Client.StepAsync(project, board, "undo");
            AreSame(states[i], board);
            Assert.Equal(states[i + 1].UndoAct, board.RedoAct);
        }
        await maker.Client.PostAsync($"/api/projects/{project}/board/undo", new { version = board.Version }).ProblemAsync(HttpStatusCode.Conflict, "nothing-there");
        for (var i = 1; i < states.Count; i++) AreSame(states[i], board = await maker.Client.StepAsync(project, board, "redo"));
        Assert.False(board.CanRedo);
    }

    [Fact]
    public async Task A_change_after_undo_drops_what_was_undone_and_its_number_is_never_used_again()
    {
        using var maker = await studio.MemberAsync();
        var (project, first) = await studio.GivenABoardAsync(maker);
        var lockIt = Films.Change(BoardChangeKind.Lock, first.Shots[0].Id);
        var locked = await maker.Client.EditAsync(project, first, lockIt);
        var back = await maker.Client.StepAsync(project, locked, "undo");
        var other = await maker.Client.EditAsync(project, back, lockIt with { ShotId = first.Shots[1].Id });
        Assert.True(other.Version > locked.Version);
        Assert.False(other.CanRedo);
        Assert.Equal("Shot 2 locked", other.UndoAct);
        // A device that still shows the undone board cannot write over the new one.
        var stale = await maker.Client.PostEditAsync(project, locked.Version, lockIt).ProblemAsync(HttpStatusCode.Conflict, "stale");
        Assert.Equal(other.Version, stale.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_list_of_edits_is_made_whole_or_not_at_all()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenABoardAsync(maker);
        var refused = await maker.Client.PostEditAsync(project, board.Version,
            Films.Change(BoardChangeKind.Lock, board.Shots[0].Id), Films.Change(BoardChangeKind.Split, board.Shots[0].Id) with { At = 1 }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("Shot 1 is locked. Unlock it first.", refused.Text("detail"));
        Assert.Equal(("shotId", 1), (refused.Text("field"), refused.GetProperty("change").GetInt32()));
        AreSame(board, await maker.Client.BoardAsync(project));
    }

    [Fact]
    public async Task A_still_is_a_picture_of_ones_own()
    {
        using var maker = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        var (project, board) = await studio.GivenABoardAsync(maker);
        var still = Films.Change(BoardChangeKind.Still, board.Shots[0].Id) with { StillId = await studio.GivenAPictureAsync(other.Id) };
        var refused = await maker.Client.PostEditAsync(project, board.Version, still).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("stillId", refused.Text("field"));
        var own = await studio.GivenAPictureAsync(maker.Id);
        var shown = await maker.Client.EditAsync(project, board, still with { StillId = own });
        Assert.Equal($"/api/media/{own}", shown.Shots[0].StillUrl);
        Assert.Equal($"/api/media/{own}", (await maker.Client.ReadProjectAsync(project)).PosterUrl);
        var model = await maker.Client.PostEditAsync(project, shown.Version, Films.Change(BoardChangeKind.Model, board.Shots[0].Id) with { Model = "no-such-model" }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("model", model.Text("field"));
    }

    [Fact]
    public async Task Two_hundred_states_are_kept()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenABoardAsync(maker);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            for (var i = 0; i < 230; i++)
            {
                var held = (await session.HoldProjectAsync(project))!;
                var now = (await session.BoardAsync(project))!;
                await session.AddBoardAsync(held, now with { Note = $"{i}" }, $"Act {i}", maker.Id);
            }
            Assert.Equal(200, await session.OneAsync<long>("SELECT COUNT(*) FROM boards WHERE project_id = @project", new { project }));
            await session.CommitAsync();
        }
        Assert.Equal("229", (await maker.Client.BoardAsync(project)).Note);
    }

    [Fact]
    public async Task What_Venice_will_read_is_shown_with_where_it_comes_from()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        var prompt = await maker.Client.GetAsync($"/api/projects/{project}/shots/{board.Shots[1].Id}/prompt", Ct).AsAsync<PromptView>();
        Assert.Contains("Gondola 2", prompt.Video, StringComparison.Ordinal);
        Assert.Contains(prompt.Parts, part => part is { From: "shot", Text: "Gondola 2." });
        Assert.Null(prompt.VideoNegative);
    }

    private static IEnumerable<Func<BoardView, BoardChange>> Edits() =>
    [
        board => Films.Change(BoardChangeKind.Split, board.Shots[1].Id) with { At = (board.Shots[1].Start + board.Shots[1].End) / 2 },
        board => Films.Change(BoardChangeKind.Words, board.Shots[0].Id) with { Words = new ShotWords("Fog 🌫 \"thick\"", "", "", "", "", "la") },
        board => Films.Change(BoardChangeKind.Merge, board.Shots[3].Id),
        board => Films.Change(BoardChangeKind.Move, board.Shots[2].Id) with { At = board.Shots[2].Start + 0.123, Free = true },
        board => Films.Change(BoardChangeKind.Reorder, board.Shots[0].Id) with { To = 4 },
        board => Films.Change(BoardChangeKind.SameAs, board.Shots[5].Id) with { SameAs = board.Shots[0].Id },
        board => Films.Change(BoardChangeKind.Subject, board.Shots[2].Id) with { Subject = new SubjectPoint(0.1, 0.9, true) },
        board => Films.Change(BoardChangeKind.MovingStill, board.Shots[1].Id),
        board => Films.Change(BoardChangeKind.Lock, board.Shots[1].Id),
    ];

    private static void AreSame(BoardView expected, BoardView actual)
    {
        Assert.Equal(expected.Version, actual.Version);
        Assert.Equal(ProjectJson.Write(expected.Shots), ProjectJson.Write(actual.Shots));
    }
}

public sealed class ChangingABoardOnSqlite(SqliteWithVenice house) : ChangingABoard(house), IClassFixture<SqliteWithVenice>;

public sealed class ChangingABoardOnPostgres(PostgresWithVenice house) : ChangingABoard(house), IClassFixture<PostgresWithVenice>;
