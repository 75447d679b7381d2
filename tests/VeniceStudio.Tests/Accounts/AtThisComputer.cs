using System.Net;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Accounts;

public sealed class LocalStudio : SqliteStudio
{
    protected override StudioOptions Options => base.Options with { RequireSignIn = false };
}

public sealed class LocalPostgresStudio : PostgresStudio
{
    protected override StudioOptions Options => base.Options with { RequireSignIn = false };
}

public abstract class AtThisComputer(StudioApp studio)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_user_is_the_owner_without_signing_in_and_there_is_one_row_of_them()
    {
        using var client = studio.NewClient();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetAsync("/api/session", Ct).OkAsync()));

        Assert.All(sessions, session => Assert.True(session.GetProperty("account").GetProperty("local").GetBoolean()));
        Assert.Single(sessions.Select(session => session.GetProperty("account").Text("id")).Distinct());
        await client.GetAsync("/api/members", Ct).OkAsync();
    }

    [Fact]
    public async Task A_strange_site_that_resolves_to_this_computer_is_nobody()
    {
        await NobodyAsync(request => request.Headers.Host = "evil.example");
        await NobodyAsync(request => request.Headers.Host = $"localhost.evil.example:{studio.Address.Port}");
    }

    [Fact]
    public async Task Somebody_who_comes_through_a_proxy_is_nobody()
    {
        await NobodyAsync(request => request.Headers.Add("X-Forwarded-For", "203.0.113.7"));
        await NobodyAsync(request => request.Headers.Add("X-Forwarded-Proto", "https"));
        await NobodyAsync(request => request.Headers.Add("Forwarded", "for=203.0.113.7"));
        await NobodyAsync(request => request.Version = HttpVersion.Version10);
    }

    [Fact]
    public async Task Its_writes_need_the_token_of_a_page_too()
    {
        using var bare = studio.NewClient();
        await bare.PutAsync("/api/account/name", new { name = "Mallory" }).ProblemAsync(HttpStatusCode.BadRequest, "stale-page");
        using var page = studio.NewBrowser();
        await page.PutAsync("/api/account/name", new { name = "Me" }).OkAsync();
    }

    [Fact]
    public async Task A_stale_cookie_of_another_studio_on_localhost_does_not_lock_its_user_out()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/members");
        request.Headers.Add("Cookie", "studio=CfDJ8Nonsense");
        using var client = studio.NewClient();
        await client.SendAsync(request, Ct).OkAsync();
    }

    private async Task NobodyAsync(Action<HttpRequestMessage> adjust)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/members");
        adjust(request);
        using var client = studio.NewClient();
        await client.SendAsync(request, Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }
}

public sealed class AtThisComputerOnSqlite(LocalStudio studio) : AtThisComputer(studio), IClassFixture<LocalStudio>;

public sealed class AtThisComputerOnPostgres(LocalPostgresStudio studio) : AtThisComputer(studio), IClassFixture<LocalPostgresStudio>;
