using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Work;
using VeniceStudio.Simulator.Faults;

namespace VeniceStudio.Tests.Clips;

public abstract class KeepingToBudgets(IStudioWithVenice house)
{
    /// <summary>Paid, and ended by Venice at the first look: nothing needs drawing.</summary>
    private const string NoVideo = "A test of money [sim:fail-after=1]";

    private readonly StudioApp studio = house.Studio;

    [Fact]
    public async Task Forty_orders_at_once_against_a_budget_for_ten_are_ten_orders()
    {
        await FreshAsync(memberBudget: 10 * 250_000);
        using var owner = await studio.OwnerAsync();
        await owner.Client.OrderAsync(Orders.Body(NoVideo));
        var answers = await Task.WhenAll(Enumerable.Range(0, 39).Select(_ => owner.Client.PostOrderAsync(Orders.Body(NoVideo))));

        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.PaymentRequired).ToList();
        Assert.Equal(30, refused.Count);
        var problem = await refused[0].Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(250_000, problem.GetProperty("wouldCost").GetInt64());
        Assert.Contains("$0.25", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);

        await studio.RunUntilIdleAsync();
        Assert.Equal(10, house.Venice.Purchases);
        await FreshAsync(null);
    }

    [Fact]
    public async Task The_studios_budget_binds_all_members_together()
    {
        await FreshAsync(memberBudget: null, studioBudget: 3 * 250_000);
        using var one = await studio.MemberAsync("One");
        using var two = await studio.MemberAsync("Two");
        await one.Client.OrderAsync(Orders.Body(NoVideo, variations: 2));
        using var over = await two.Client.PostOrderAsync(Orders.Body(NoVideo, variations: 2));
        Assert.Equal(HttpStatusCode.PaymentRequired, over.StatusCode);
        await two.Client.OrderAsync(Orders.Body(NoVideo));
        await studio.RunUntilIdleAsync();
        await FreshAsync(null);
    }

    [Fact]
    public async Task What_was_quoted_paid_and_refunded_adds_up_on_the_spend_page()
    {
        await FreshAsync(null);
        using var owner = await studio.MemberAsync("Adder");
        await owner.Client.OrderAsync(Orders.Body());
        await owner.Client.OrderAsync(Orders.Body("A crowd [sim:refuse-422-refunded]"));
        await owner.Client.OrderAsync(Orders.Body("A duel [sim:refuse-content]"));
        await studio.RunUntilIdleAsync();

        var spend = (await owner.Client.GetFromJsonAsync<SpendView>("/api/spend", ClipJson.Options))!;
        Assert.Equal((500_000, 250_000, 2), (spend.Today.Paid, spend.Today.Refunded, spend.Today.Orders));
        Assert.Equal(0, spend.Reserved);
        Assert.Equal(spend.Today.Paid, spend.Days[^1].Paid);
        Assert.Equal(3, spend.Latest.Count);
        Assert.All(spend.Latest, line => Assert.Equal("Lagoon 2", line.Model));
    }

    [Fact]
    public async Task T6_A_hundred_orders_at_once_stay_inside_forty_a_minute()
    {
        await FreshAsync(null);
        house.Venice.Limits = new() { Queue = 40, Retrieve = 120, AbuseGuard = true };
        using var owner = await studio.OwnerAsync();
        for (var i = 0; i < 25; i++) await owner.Client.OrderAsync(Orders.Body($"Shot {i} {NoVideo}", variations: 4));
        await studio.RunUntilIdleAsync();

        Assert.Equal(100, house.Venice.Purchases);
        var perMinute = house.Venice.Jobs.Select(job => job.QueuedAt).Order().ToList();
        for (var i = 40; i < perMinute.Count; i++) Assert.True(perMinute[i] - perMinute[i - 40] >= TimeSpan.FromSeconds(60));
        await FreshAsync(null);
    }

    [Fact]
    public async Task T7_A_batch_of_bad_jobs_never_trips_the_abuse_guard()
    {
        await FreshAsync(null);
        house.Venice.Limits = new() { Queue = null, Retrieve = null, AbuseGuard = true };
        using var owner = await studio.OwnerAsync();
        for (var i = 0; i < 12; i++) await owner.Client.OrderAsync(Orders.Body($"Bad {i} [sim:lost]", variations: 4));
        await studio.RunUntilIdleAsync();

        var page = (await owner.Client.GetFromJsonAsync<ClipPageView>("/api/clips?limit=100", ClipJson.Options))!;
        Assert.All(page.Items, clip => Assert.Equal("not-found", clip.Failure!.Kind));
        await FreshAsync(null);
    }

    [Fact]
    public async Task While_Venice_is_down_orders_get_a_503_with_a_time_and_waiting_ones_go_on_by_themselves()
    {
        await FreshAsync(null);
        using var owner = await studio.OwnerAsync();
        var running = await owner.Client.OrderAsync(Orders.Body("Already paid"));
        await studio.Services.GetRequiredService<PipelineWorker<Clip>>().RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, house.Venice.Purchases);
        var waiting = await owner.Client.OrderAsync(Orders.Body("Still waiting"));

        house.Venice.Faults.Down = Downtime.Unavailable;
        await studio.RunUntilAsync(TimeSpan.FromMinutes(3));
        using var refused = await owner.Client.PostOrderAsync(Orders.Body("Too late"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.False((await owner.Client.GetFromJsonAsync<VeniceStatusView>("/api/venice", ClipJson.Options))!.Reachable);

        house.Venice.Faults.Down = Downtime.None;
        await studio.RunUntilIdleAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(running.Id)).Status);
        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(waiting.Id)).Status);
        Assert.True((await owner.Client.GetFromJsonAsync<VeniceStatusView>("/api/venice", ClipJson.Options))!.Reachable);
        Assert.Equal(2, house.Venice.Purchases);
    }

    private async Task FreshAsync(long? memberBudget, long? studioBudget = null)
    {
        house.Venice.Reset();
        house.Venice.Balance = 1000;
        // A new day, so that what other tests spent is not today's.
        studio.Clock.Advance(TimeSpan.FromDays(1));
        await using var session = await studio.Db.BeginAsync(TestContext.Current.CancellationToken);
        await session.KeepSettingsAsync(await session.SettingsAsync() with { MemberDailyBudget = memberBudget, StudioDailyBudget = studioBudget });
        await session.CommitAsync();
    }
}

public sealed class KeepingToBudgetsOnSqlite(SqliteWithVenice house) : KeepingToBudgets(house), IClassFixture<SqliteWithVenice>;

public sealed class KeepingToBudgetsOnPostgres(PostgresWithVenice house) : KeepingToBudgets(house), IClassFixture<PostgresWithVenice>;
