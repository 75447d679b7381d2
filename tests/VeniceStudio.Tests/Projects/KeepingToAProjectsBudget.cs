using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Projects;

public abstract class KeepingToAProjectsBudget(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forty_orders_at_once_against_a_budget_for_ten_are_ten_orders()
    {
        using var maker = await studio.MemberAsync();
        var project = await GivenAProjectAsync(maker, 10 * 250_000);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ReserveAsync(maker.Id, project, 250_000)));
        Assert.Equal(10, answers.Count(over => over is null));
        var over = answers.First(over => over is not null)!;
        Assert.Contains("the project's budget", over.Sentence, StringComparison.Ordinal);
        Assert.Equal((2_500_000, 0), (over.Budget, over.Left));
        Assert.Equal(2_500_000, (await maker.Client.ReadProjectAsync(project)).Reserved);
    }

    [Fact]
    public async Task Yesterdays_spending_still_counts_and_what_was_released_does_not()
    {
        using var maker = await studio.MemberAsync();
        var project = await GivenAProjectAsync(maker, 1_000_000);
        Assert.Null(await ReserveAsync(maker.Id, project, 600_000, line => line.Pay(550_000, studio.Clock.GetUtcNow())));
        Assert.Null(await ReserveAsync(maker.Id, project, 400_000, line => line.Release(studio.Clock.GetUtcNow())));
        studio.Clock.Advance(TimeSpan.FromDays(3));
        Assert.NotNull(await ReserveAsync(maker.Id, project, 450_001));
        Assert.Null(await ReserveAsync(maker.Id, project, 450_000));
        var view = await maker.Client.ReadProjectAsync(project);
        Assert.Equal((550_000, 450_000), (view.Spent, view.Reserved));
        // Another project, and clips of none, have nothing to do with it.
        Assert.Null(await ReserveAsync(maker.Id, null, 5_000_000));
    }

    [Fact]
    public async Task A_line_is_not_reserved_again_beyond_the_budget()
    {
        using var maker = await studio.MemberAsync();
        var project = await GivenAProjectAsync(maker, 1_000_000);
        var ledger = studio.Services.GetRequiredService<OrderLedger>();
        await using var session = await studio.Db.BeginAsync(Ct);
        var line = LedgerLine.For(maker.Id, OrderKind.Video, "lagoon", null, null, 900_000, session.Now, project);
        Assert.Null(await ledger.ReserveAsync(session, [line]));
        Assert.Null(await ledger.ReserveAgainAsync(session, line, 1_000_000));
        Assert.NotNull(await ledger.ReserveAgainAsync(session, line, 1_000_001));
    }

    private async Task<Guid> GivenAProjectAsync(SignedIn maker, long budget)
    {
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { budget }).OkAsync();
        return project.Id;
    }

    private async Task<OverBudget?> ReserveAsync(Guid account, Guid? project, long quoted, Action<LedgerLine>? then = null)
    {
        var ledger = studio.Services.GetRequiredService<OrderLedger>();
        await using var session = await studio.Db.BeginAsync(Ct);
        var line = LedgerLine.For(account, OrderKind.Video, "lagoon", null, null, quoted, session.Now, project);
        if (await ledger.ReserveAsync(session, [line]) is { } over) return over;
        then?.Invoke(line);
        await ledger.WriteAsync(session, line);
        await session.CommitAsync();
        return null;
    }
}

public sealed class KeepingToAProjectsBudgetOnSqlite(SqliteWithVenice house) : KeepingToAProjectsBudget(house), IClassFixture<SqliteWithVenice>;

public sealed class KeepingToAProjectsBudgetOnPostgres(PostgresWithVenice house) : KeepingToAProjectsBudget(house), IClassFixture<PostgresWithVenice>;
