using System.Net;
using System.Net.Http.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Storyboard;

public abstract class ApprovingShots(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approval_names_the_exact_still_words_model_length_and_price()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        var all = await maker.Client.ApproveAsync(project, board, board.Price).AsAsync<BoardView>();
        Assert.All(all.Shots, shot => Assert.True(shot.Approved));
        Assert.Empty(all.Missing);
        Assert.Equal($"{board.Shots.Count} shots approved", all.UndoAct);
        Assert.Equal(ProjectStep.Takes, (await maker.Client.ReadProjectAsync(project)).Standing.Step);

        await using var session = await studio.Db.ReadAsync(Ct);
        var stored = (await BoardDesk.ReadAsync(session, project))!;
        foreach (var (shot, view) in stored.Shots.Zip(all.Shots))
        {
            var said = shot.Approval!;
            Assert.Equal((view.StillId, view.Model, view.ClipDuration, view.Price, maker.Id), (said.StillId, said.Model, said.Duration, said.Price, said.By));
            Assert.StartsWith($"Gondola {view.Number}. It glides.", said.Prompt, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Editing_after_approval_withdraws_it_for_that_shot_alone()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        board = await maker.Client.ApproveAsync(project, board, board.Price).AsAsync<BoardView>();
        var edited = await maker.Client.EditAsync(project, board, Films.Change(BoardChangeKind.Words, board.Shots[2].Id) with { Words = board.Shots[2].Words with { Light = "Noon" } });
        Assert.Equal([edited.Shots[2].Id], edited.Shots.Where(shot => !shot.Approved).Select(shot => shot.Id));
        Assert.Contains("1 shot is ready and not approved yet.", edited.Missing);
        // How the film goes on to the next shot is not what Venice is asked for.
        var cut = await maker.Client.EditAsync(project, edited, Films.Change(BoardChangeKind.Words, board.Shots[3].Id) with { Words = board.Shots[3].Words with { Transition = "cross-fade" } });
        Assert.True(cut.Shots[3].Approved);
    }

    [Fact]
    public async Task A_new_look_withdraws_what_it_changes_and_undo_does_not_bring_a_wrong_yes_back()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        board = await maker.Client.ApproveAsync(project, board, board.Price).AsAsync<BoardView>();
        var version = (await maker.Client.ReadProjectAsync(project)).Version;
        await maker.Client.PutAsJsonAsync($"/api/projects/{project}/look", new SaveLook(version, new Look { Voice = "", Style = "ink wash" }), ClipJson.Options, Ct).OkAsync();

        var after = await maker.Client.BoardAsync(project);
        Assert.All(after.Shots, shot => Assert.False(shot.Approved));
        Assert.Equal("The look changed", after.UndoAct);
        Assert.Equal(0, (await maker.Client.ReadProjectAsync(project)).Standing.Approved);
        var undone = await maker.Client.StepAsync(project, after, "undo");
        Assert.All(undone.Shots, shot => Assert.False(shot.Approved));
        Assert.Equal(0, (await maker.Client.ReadProjectAsync(project)).Standing.Approved);
        // A save that changes nothing that Venice reads leaves the board alone.
        await maker.Client.PutAsJsonAsync($"/api/projects/{project}/look", new SaveLook(version + 1, new Look { Style = "ink wash", CallToAction = "Come!" }), ClipJson.Options, Ct).OkAsync();
        Assert.Equal(undone.Version, (await maker.Client.BoardAsync(project)).Version);
    }

    [Fact]
    public async Task Nothing_is_approved_at_a_price_clearly_above_the_one_shown()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        var refused = await maker.Client.ApproveAsync(project, board, board.Price / 2).ProblemAsync(HttpStatusCode.Conflict, "price-changed");
        Assert.Equal(board.Price, refused.GetProperty("newPrice").GetInt64());
        Assert.All((await maker.Client.BoardAsync(project)).Shots, shot => Assert.False(shot.Approved));
    }

    [Fact]
    public async Task All_leaves_out_what_lacks_something_and_a_shot_by_name_says_what()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        board = await maker.Client.EditAsync(project, board, Films.Change(BoardChangeKind.Still, board.Shots[0].Id));
        Assert.Contains("1 shot has no still yet.", board.Missing);
        var refused = await maker.Client.ApproveAsync(project, board, board.Price, board.Shots[0].Id).ProblemAsync(HttpStatusCode.BadRequest, "not-ready");
        Assert.Equal("Shot 1 cannot be approved yet. This shot has no still yet.", refused.Text("detail"));
        var rest = await maker.Client.ApproveAsync(project, board, board.Price).AsAsync<BoardView>();
        Assert.Equal([board.Shots[0].Id], rest.Shots.Where(shot => !shot.Approved).Select(shot => shot.Id));

        var withdrawn = await maker.Client.PostAsync($"/api/projects/{project}/board/withdraw", new { version = rest.Version, shotIds = new[] { board.Shots[1].Id } }).AsAsync<BoardView>();
        Assert.Equal(2, withdrawn.Shots.Count(shot => !shot.Approved));
        await maker.Client.ApproveAsync(project, rest, rest.Price).ProblemAsync(HttpStatusCode.Conflict, "stale");
    }

    [Fact]
    public async Task A_shot_that_no_clip_can_fill_says_so_and_a_tight_budget_is_named()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        board = await maker.Client.EditAsync(project, board, Films.Change(BoardChangeKind.Merge, board.Shots[0].Id) with { ShotIds = [.. board.Shots.Take(5).Select(shot => shot.Id)] });
        Assert.Contains("longer than any clip", board.Shots[0].Missing!, StringComparison.Ordinal);
        Assert.Contains("1 shot lasts longer than any clip of its model. Split it, or choose another model.", board.Missing);
        await maker.Client.PatchAsync($"/api/projects/{project}", new { budget = 10_000 }).OkAsync();
        var tight = await maker.Client.BoardAsync(project);
        Assert.Equal(10_000, tight.BudgetLeft);
        Assert.Contains(tight.Missing, sentence => sentence.Contains("$0.01 left", StringComparison.Ordinal));
    }
}

public sealed class ApprovingShotsOnSqlite(SqliteWithVenice house) : ApprovingShots(house), IClassFixture<SqliteWithVenice>;

public sealed class ApprovingShotsOnPostgres(PostgresWithVenice house) : ApprovingShots(house), IClassFixture<PostgresWithVenice>;
