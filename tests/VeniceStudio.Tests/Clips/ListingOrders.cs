using System.Net;
using System.Net.Http.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Filming;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Clips;

/// <summary>Lists at the size of a film: what one press ordered stays together, in its order, and does not bury what else there is.</summary>
public abstract class ListingOrders(IStudioWithVenice house, MediaBench bench)
{
    private const int Shots = 6;

    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_is_one_order_with_its_numbers_its_money_and_what_went_wrong()
    {
        using var member = await studio.MemberAsync();
        var film = await RenderedAsync(member, 0, 1, 3, 4);

        var order = Assert.Single((await PageAsync(member)).Items);
        Assert.Equal(new ClipTallyView(Shots, 0, 0, 0, 4, 2, 0), order.Tally);
        Assert.Equal((Shots * FilmGiven.Price, 4 * FilmGiven.Price), (order.Quoted, order.Paid));
        Assert.Equal(["Gondola 3", "Gondola 6"], order.Clips.Select(Told));
        Assert.Equal(film.Id, order.Project!.Id);

        var failed = Assert.Single((await PageAsync(member, "filter=failed")).Items);
        Assert.Equal((Shots, 2, 2), (failed.Tally.Clips, failed.Matching, failed.Clips.Count));
        Assert.Empty((await PageAsync(member, "filter=working")).Items);
    }

    [Fact]
    public async Task The_clips_of_an_order_are_listed_as_they_were_ordered_over_all_pages()
    {
        using var member = await studio.MemberAsync();
        await RenderedAsync(member);
        var order = Assert.Single((await PageAsync(member)).Items);
        Assert.Equal(4, order.Clips.Count);

        var first = await ClipsAsync(member, $"batch={order.Id}&limit=4");
        var rest = await ClipsAsync(member, $"batch={order.Id}&limit=4&before={first.Next}");
        Assert.Equal(Enumerable.Range(1, Shots).Select(number => $"Gondola {number}"), first.Items.Concat(rest.Items).Select(Told));
        Assert.Equal(Enumerable.Range(1, Shots), first.Items.Concat(rest.Items).Select(clip => clip.Shot!.Value));
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task A_clip_names_its_shot_by_the_number_that_it_has_now()
    {
        using var member = await studio.MemberAsync();
        var film = await RenderedAsync(member);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            var project = (await session.ProjectOfAsync(member.Id, film.Id))!;
            await session.AddBoardAsync(project, film.Board with { Shots = [.. film.Board.Shots.Skip(2)] }, "Shorter", member.Id);
            await session.CommitAsync();
        }
        var order = Assert.Single((await PageAsync(member)).Items);
        var clips = (await ClipsAsync(member, $"batch={order.Id}&limit=50")).Items;
        Assert.Equal([null, null, 1, 2], clips.Take(4).Select(clip => clip.Shot));
    }

    [Fact]
    public async Task A_board_from_before_the_upgrade_tells_its_shots_too()
    {
        using var member = await studio.MemberAsync();
        await RenderedAsync(member);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("ALTER TABLE boards DROP COLUMN shot_ids");
            await session.ExecuteAsync("DELETE FROM migrations WHERE number = 14");
            await session.CommitAsync();
        }
        await Migrations.ApplyAsync(studio.Db, Ct);
        Assert.Equal(Enumerable.Range(1, Shots), (await ClipsAsync(member, "limit=50")).Items.Select(clip => clip.Shot!.Value).Reverse());
    }

    [Fact]
    public async Task Pages_of_orders_follow_each_other_without_a_gap_and_small_orders_bring_all_their_clips()
    {
        using var member = await studio.MemberAsync();
        house.Venice.Reset();
        foreach (var prompt in new[] { "First", "Second", "Third" }) await member.Client.OrderAsync(Orders.Body(prompt, variations: prompt == "Second" ? 4 : 1));
        var newest = await PageAsync(member, "limit=1");
        Assert.Equal(["Third"], newest.Items.SelectMany(order => order.Clips).Select(clip => clip.Settings.Prompt));
        var older = await PageAsync(member, $"limit=2&before={newest.Next}");
        Assert.Equal([4, 1], older.Items.Select(order => order.Clips.Count));
        Assert.Null(older.Next);
        await studio.RunUntilIdleAsync();
    }

    [Fact]
    public async Task Clips_of_a_video_and_clips_of_none_are_told_apart()
    {
        using var member = await studio.MemberAsync();
        var film = await RenderedAsync(member, 0);
        var single = await member.Client.OrderAsync(Orders.Body("By itself"));
        await studio.RunUntilIdleAsync();

        Assert.Equal([single.Id], (await ClipsAsync(member, "alone=true")).Items.Select(clip => clip.Id));
        Assert.Equal(Shots, (await ClipsAsync(member, $"project={film.Id}&limit=100")).Items.Count);
        var videos = await member.Client.GetFromJsonAsync<List<ClipVideoView>>("/api/clips/videos", ClipJson.Options, Ct);
        Assert.Equal([(film.Id, 1)], videos!.Select(video => (video.Id, video.Clips)));
    }

    [Fact]
    public async Task Spend_tells_a_film_as_one_order_under_its_name_which_only_its_maker_reads()
    {
        using var member = await studio.MemberAsync();
        var film = await RenderedAsync(member, 0, 1);

        var lines = await SpendAsync(member);
        var paid = lines.Single(line => line.State == "paid");
        Assert.Equal((2, 2 * FilmGiven.Price, "Clip", (Guid?)null), (paid.Orders, paid.Paid, paid.What, paid.ClipId));
        Assert.Equal(Shots - 2, lines.Single(line => line.State == "released").Orders);
        Assert.All(lines, line => Assert.Equal(film.Id, line.Project!.Id));

        using var owner = await studio.OwnerAsync();
        Assert.Null((await SpendAsync(owner)).Single(line => line.Id == paid.Id).Project);
    }

    [Fact]
    public async Task A_stranger_sees_nothing_of_another_members_order()
    {
        using var member = await studio.MemberAsync();
        house.Venice.Reset();
        var clip = await member.Client.OrderAsync(Orders.Body());
        using var stranger = await studio.MemberAsync();

        Assert.Empty((await PageAsync(stranger)).Items);
        Assert.Empty((await ClipsAsync(stranger, $"batch={clip.BatchId}")).Items);
        using var wrong = await stranger.Client.GetAsync("/api/clips/batches?filter=17", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        await studio.RunUntilIdleAsync();
    }

    /// <summary>A film whose clips were all ordered with one press. Those at these places are made, the others are refused, which needs no file.</summary>
    private async Task<GivenFilm> RenderedAsync(SignedIn member, params int[] made)
    {
        house.Venice.Reset();
        var film = await studio.GivenAFilmAsync(
            member, bench, Shots,
            (shot, index) => made.Contains(index) ? shot : shot with { Words = shot.Words with { Picture = $"{shot.Words.Picture} [sim:refuse-content]" } });
        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();
        return film;
    }

    /// <summary>Which shot it is, by its words.</summary>
    private static string Told(ClipView clip) => string.Join(' ', clip.Settings.Prompt.Split(' ').Take(2));

    private static async Task<ClipBatchPageView> PageAsync(SignedIn member, string query = "") =>
        (await member.Client.GetFromJsonAsync<ClipBatchPageView>($"/api/clips/batches?{query}", ClipJson.Options, Ct))!;

    private static async Task<IReadOnlyList<LedgerLineView>> SpendAsync(SignedIn member) =>
        (await member.Client.GetFromJsonAsync<SpendView>("/api/spend", ClipJson.Options, Ct))!.Latest;

    private static async Task<ClipPageView> ClipsAsync(SignedIn member, string query) =>
        (await member.Client.GetFromJsonAsync<ClipPageView>($"/api/clips?{query}", ClipJson.Options, Ct))!;
}

public sealed class ListingOrdersOnSqlite(SqliteWithVenice house, MediaBench bench) : ListingOrders(house, bench), IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>;

public sealed class ListingOrdersOnPostgres(PostgresWithVenice house, MediaBench bench) : ListingOrders(house, bench), IClassFixture<PostgresWithVenice>, IClassFixture<MediaBench>;
