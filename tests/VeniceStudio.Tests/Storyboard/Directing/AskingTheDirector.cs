using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Directing;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Storyboard.Directing;

/// <summary>Questions, rewriting and watching, over HTTP.</summary>
public abstract class AskingTheDirector(IStudioWithVenice house)
{
    private const string Chat = "chat/completions";
    private const long Enough = 10_000_000;
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Brings_questions_into_the_brief_once_for_each_click()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await studio.GivenAFilmAsync(owner.Id, 0);
        var key = Guid.NewGuid().ToString();
        using var first = await AskAsync(owner.Client, project, key);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        using var again = await AskAsync(owner.Client, project, key);
        Assert.Equal((await first.JsonAsync()).Text("id"), (await again.JsonAsync()).Text("id"));
        await AskAsync(owner.Client, project, Guid.NewGuid().ToString()).ProblemAsync(HttpStatusCode.Conflict, "busy");
        await studio.DirectAsync();

        var questions = (await BriefAsync(project)).Questions;
        Assert.InRange(questions.Count, 1, 4);
        Assert.All(questions, question => Assert.InRange(question.Suggestions.Count, 2, 4));
        Assert.Equal(1, house.Venice.Calls[Chat]);
        Assert.Equal(("done", "questions"), await StateAsync(owner.Client, project));
        Assert.True((await studio.DirectionAsync(project)).Paid > 0);
    }

    [Fact]
    public async Task Asks_nothing_when_the_brief_says_it_all_and_keeps_answers_that_were_given()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var answered = new BriefQuestion(Guid.CreateVersion7(), "By day or by night?", ["Day"], "Night", false);
        var full = Films.Docs() with { Brief = new Brief { Theme = "A train", Mood = "calm", Performers = "nobody", MustHave = "snow", Questions = [answered] } };
        var project = await studio.GivenAFilmAsync(owner.Id, 0, full);
        using var asked = await AskAsync(owner.Client, project, Guid.NewGuid().ToString());
        await studio.DirectAsync();
        Assert.Equal(answered.Text, Assert.Single((await BriefAsync(project)).Questions).Text);
        Assert.Contains("nothing open", (await studio.DirectionAsync(project)).Notice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_questions_that_cannot_be_read_makes_no_fuss()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await studio.GivenAFilmAsync(owner.Id, 0);
        house.Venice.Faults.Add(Chat, "chat-off-schema", times: 2);
        using var asked = await AskAsync(owner.Client, project, Guid.NewGuid().ToString());
        await studio.DirectAsync();
        Assert.Empty((await BriefAsync(project)).Questions);
        Assert.Equal("done", (await StateAsync(owner.Client, project)).State);
        house.Venice.Faults.Down = Downtime.Unavailable;
        using var down = await AskAsync(owner.Client, project, Guid.NewGuid().ToString());
        await studio.DirectAsync();
        house.Venice.Faults.Down = Downtime.None;
        Assert.Equal("failed", (await StateAsync(owner.Client, project)).State);
        Assert.Contains("without questions", (await studio.DirectionAsync(project)).Notice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposes_new_words_and_changes_nothing_until_they_are_taken()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await WrittenAsync(owner.Id, 12);
        var before = await studio.BoardAsync(project);
        Guid[] some = [.. before.Shots.Skip(1).Take(10).Select(shot => shot.Id)];
        using var asked = await owner.Client.PostAsync($"/api/projects/{project}/board/rewrite", new { shotIds = some, sentence = "Make it night.", shownMost = Enough });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await studio.DirectAsync();

        var direction = await owner.Client.GetAsync($"/api/projects/{project}/direction", Ct).OkAsync();
        var proposals = direction.GetProperty("proposals").EnumerateArray().ToList();
        Assert.Equal(some, proposals.Select(proposal => proposal.GetProperty("shotId").GetGuid()));
        Assert.All(proposals, proposal => Assert.Contains("Make it night", proposal.GetProperty("after").Text("picture")!, StringComparison.Ordinal));
        Assert.Equal(before.Shots.Select(shot => shot.Words), (await studio.BoardAsync(project)).Shots.Select(shot => shot.Words));

        // What is on the board is no proposal any more; what was dismissed neither.
        var after = proposals[0].GetProperty("after").Deserialize<ShotWords>(Server.Clips.ClipJson.Options)!;
        await studio.Services.GetRequiredService<BoardDesk>().ChangeAsync(project, owner.Id, "Words", board => board with
        {
            Shots = [.. board.Shots.Select(shot => shot.Id == some[0] ? shot with { Words = after } : shot)],
        }, Ct);
        Assert.Equal(9, (await owner.Client.GetAsync($"/api/projects/{project}/direction", Ct).OkAsync()).GetProperty("proposals").GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, (await owner.Client.DeleteAsync($"/api/projects/{project}/direction", Ct)).StatusCode);
        Assert.Equal(0, (await owner.Client.GetAsync($"/api/projects/{project}/direction", Ct).OkAsync()).GetProperty("proposals").GetArrayLength());
    }

    [Fact]
    public async Task Refuses_what_cannot_be_rewritten_with_a_sentence()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await WrittenAsync(owner.Id, 8, board => board with { Shots = [board.Shots[0] with { Locked = true }, .. board.Shots.Skip(1)] });
        var shots = (await studio.BoardAsync(project)).Shots;
        var path = $"/api/projects/{project}/board/rewrite";
        var locked = await owner.Client.PostAsync(path, new { shotIds = new[] { shots[0].Id }, sentence = "Night", shownMost = Enough }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Contains("Shot 1 is locked", locked.Text("detail")!, StringComparison.Ordinal);
        await owner.Client.PostAsync(path, new { shotIds = new[] { Guid.NewGuid() }, sentence = "Night", shownMost = Enough }).ProblemAsync(HttpStatusCode.Conflict, "stale");
        await owner.Client.PostAsync(path, new { shotIds = new[] { shots[1].Id }, sentence = " \u200b ", shownMost = Enough }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        var changed = await owner.Client.PostAsync(path, new { shotIds = new[] { shots[1].Id }, sentence = "Night", shownMost = 1 }).ProblemAsync(HttpStatusCode.Conflict, "price-changed");
        Assert.True(changed.GetProperty("newPrice").GetInt64() > 1);
        using var other = await studio.MemberAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.PostAsync(path, new { shotIds = new[] { shots[1].Id }, sentence = "Night", shownMost = Enough })).StatusCode);
        foreach (var route in new[] { "direction", "words-price", "board/writing" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/api/projects/{project}/{route}", Ct)).StatusCode);
    }

    [Fact]
    public async Task Keeps_the_words_of_shots_that_no_usable_answer_came_for()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await WrittenAsync(owner.Id, 8);
        var shots = (await studio.BoardAsync(project)).Shots;
        house.Venice.Faults.Add(Chat, "chat-wrong-shots", times: 2);
        using var asked = await owner.Client.PostAsync($"/api/projects/{project}/board/rewrite", new { shotIds = shots.Select(shot => shot.Id), sentence = "Snow", shownMost = Enough });
        await studio.DirectAsync();
        var row = await studio.DirectionAsync(project);
        Assert.Equal(7, row.ReadProposals().Count);
        Assert.Contains("one shot", row.Notice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_price_that_covers_what_is_paid()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await studio.GivenAFilmAsync(owner.Id, 40);
        var price = await owner.Client.GetAsync($"/api/projects/{project}/words-price?shots=3", Ct).OkAsync();
        var most = price.GetProperty("board").GetInt64();
        Assert.InRange(price.GetProperty("rewrite").GetInt64(), 1, most);
        // Even when every answer has to be mended, what was shown is enough.
        house.Venice.Faults.Add(Chat, "chat-wrong-shots");
        await studio.BeginAsync(owner.Id, project, shownMost: most);
        await studio.DirectAsync();
        var row = await studio.DirectionAsync(project);
        Assert.Equal(DirectionState.Done, row.State);
        Assert.InRange(row.Paid, 1, most);
        house.Venice.Faults.Clear();
    }

    [Fact]
    public async Task Streams_words_while_they_are_written_and_ends_with_the_price()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await studio.GivenAFilmAsync(owner.Id, 12);
        await studio.BeginAsync(owner.Id, project);
        using var stream = await owner.Client.GetAsync($"/api/projects/{project}/board/writing", HttpCompletionOption.ResponseHeadersRead, Ct);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType!.MediaType);
        var reading = stream.Content.ReadAsStringAsync(Ct);
        await studio.DirectAsync();
        var events = Events(await reading);

        var done = events[^1];
        Assert.True(done.GetProperty("done").GetBoolean());
        Assert.Equal((await studio.DirectionAsync(project)).Paid, done.GetProperty("paid").GetInt64());
        Assert.Contains(events, data => data.TryGetProperty("shots", out var shots) && shots.GetInt32() == 12 && data.GetProperty("of").GetInt32() == 12);
        // A page that comes afterwards is told so at once.
        var late = Events(await owner.Client.GetStringAsync($"/api/projects/{project}/board/writing", Ct));
        Assert.True(late[^1].GetProperty("done").GetBoolean());
    }

    [Fact]
    public async Task Stops_at_once_and_keeps_what_is_written()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var project = await studio.GivenAFilmAsync(owner.Id, 8);
        await studio.BeginAsync(owner.Id, project);
        var stopped = await owner.Client.PostAsync($"/api/projects/{project}/board/writing/cancel", new { }).OkAsync();
        Assert.Equal("cancelled", stopped.Text("state"));
        await studio.DirectAsync();
        Assert.False(house.Venice.Calls.ContainsKey(Chat));
        var stream = Events(await owner.Client.GetStringAsync($"/api/projects/{project}/board/writing", Ct));
        Assert.True(stream[^1].GetProperty("cancelled").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await owner.Client.PostAsync($"/api/projects/{project}/board/writing/cancel", new { })).StatusCode);
    }

    private static List<JsonElement> Events(string text) => [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line[6..]).RootElement)];

    private async Task<Guid> WrittenAsync(Guid account, int shots, Func<Board, Board>? arrange = null)
    {
        var project = await studio.GivenAFilmAsync(account, shots, arrange: arrange);
        await studio.BeginAsync(account, project, rules: true);
        await studio.DirectAsync();
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        return project;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, Guid project, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/questions") { Content = JsonContent.Create(new { shownMost = Enough }) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Ct);
    }

    private async Task<Brief> BriefAsync(Guid project)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return (await session.ProjectAsync(project))!.Read().Brief;
    }

    private static async Task<(string? State, string? Kind)> StateAsync(HttpClient client, Guid project)
    {
        var direction = await client.GetAsync($"/api/projects/{project}/direction", Ct).OkAsync();
        return (direction.Text("state"), direction.Text("kind"));
    }
}

public sealed class AskingTheDirectorOnSqlite(SqliteWithVenice studio) : AskingTheDirector(studio), IClassFixture<SqliteWithVenice>;

public sealed class AskingTheDirectorOnPostgres(PostgresWithVenice studio) : AskingTheDirector(studio), IClassFixture<PostgresWithVenice>;
