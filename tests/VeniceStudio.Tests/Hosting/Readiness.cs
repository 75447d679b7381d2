using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Hosting;

public abstract class Readiness(StudioApp studio)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_of_each_part_how_it_is_without_a_sign_in_and_without_secrets()
    {
        using var nobody = studio.NewClient();
        var answer = await nobody.GetAsync("/health/ready", Ct).OkAsync();
        Assert.Equal("healthy", answer.Text("status"));
        Assert.Equal("healthy", answer.GetProperty("checks").GetProperty("database").Text("state"));
        Assert.Equal("healthy", answer.GetProperty("checks").GetProperty("dataFolder").Text("state"));
        Assert.DoesNotContain(studio.Folder, answer.ToString(), StringComparison.Ordinal);
        Assert.Equal("healthy", (await nobody.GetAsync("/health/live", Ct).OkAsync()).Text("status"));
        Assert.Empty(Directory.GetFiles(studio.Folder, ".health-*"));
    }

    [Fact]
    public void A_disk_that_runs_full_is_said_before_it_is_full()
    {
        Assert.Equal(HealthStatus.Degraded, DataFolderHealth.Judge(DataFolderHealth.LowMegabytes - 1).Status);
        Assert.Equal(HealthStatus.Healthy, DataFolderHealth.Judge(DataFolderHealth.LowMegabytes).Status);
    }
}

public sealed class ReadinessOnSqlite(SqliteStudio studio) : Readiness(studio), IClassFixture<SqliteStudio>;

public sealed class ReadinessOnPostgres(PostgresStudio studio) : Readiness(studio), IClassFixture<PostgresStudio>;

public sealed class AStudioWithoutItsDatabase
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lives_but_is_not_ready_and_says_where_to_look()
    {
        await using var studio = new SqliteStudio();
        await studio.InitializeAsync();
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("DROP TABLE migrations");
            await session.CommitAsync();
        }
        using var nobody = studio.NewClient();
        var answer = await nobody.GetAsync("/health/ready", Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var database = (await answer.JsonAsync()).GetProperty("checks").GetProperty("database");
        Assert.Equal("unhealthy", database.Text("state"));
        Assert.Contains("DATABASE_URL", database.Text("description"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/live", Ct)).StatusCode);
    }
}
