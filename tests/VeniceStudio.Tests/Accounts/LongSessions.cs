using System.Net;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Tests.Accounts;

/// <summary>Each of these moves the clock far or starts the studio again, so each has a studio of its own.</summary>
public abstract class LongSessions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract StudioApp NewStudio();

    [Fact]
    public async Task A_session_lasts_thirty_days_from_its_last_use()
    {
        await using var studio = NewStudio();
        await studio.InitializeAsync();
        using var member = await studio.MemberAsync();

        studio.Clock.Advance(TimeSpan.FromDays(20));
        await member.Client.GetAsync("/api/tokens", Ct).OkAsync();
        studio.Clock.Advance(TimeSpan.FromDays(20));
        await member.Client.GetAsync("/api/tokens", Ct).OkAsync();
        studio.Clock.Advance(TimeSpan.FromDays(31));
        await member.Client.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Fact]
    public async Task A_session_survives_a_restart_because_its_keys_lie_in_the_database()
    {
        await using var studio = NewStudio();
        await studio.InitializeAsync();
        using var member = await studio.MemberAsync();
        await member.Client.GetAsync("/api/tokens", Ct).OkAsync();

        await studio.RestartAsync();

        using var sameBrowser = studio.NewBrowser(member.Cookies);
        await sameBrowser.GetAsync("/api/tokens", Ct).OkAsync();
        await sameBrowser.PutAsync("/api/account/name", new { name = "Still here" }).OkAsync();
    }

    [Fact]
    public async Task Guessing_is_answered_slower_and_slower_until_the_right_password_comes()
    {
        await using var studio = NewStudio();
        await studio.InitializeAsync();
        var account = await studio.GivenAnAccountAsync(MemberRole.Member, "Ada", "correct horse battery");
        using var nobody = studio.NewClient();
        Task<HttpResponseMessage> Try(string password) => nobody.PostAsync("/api/session", new { email = account.Email, password });

        for (var guess = 0; guess < 5; guess++) await Try("guess").ProblemAsync(HttpStatusCode.Unauthorized, "wrong-sign-in");
        foreach (var wait in new[] { 1, 2, 4 })
        {
            var refused = await Try("correct horse battery");
            await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many");
            Assert.Equal(TimeSpan.FromSeconds(wait), refused.Headers.RetryAfter?.Delta);
            studio.Clock.Advance(TimeSpan.FromSeconds(wait));
            await Try("guess").ProblemAsync(HttpStatusCode.Unauthorized, "wrong-sign-in");
        }

        studio.Clock.Advance(TimeSpan.FromSeconds(8));
        await Try("correct horse battery").OkAsync();
        await Try("guess").ProblemAsync(HttpStatusCode.Unauthorized, "wrong-sign-in");
        await Try("correct horse battery").OkAsync();
    }
}

public sealed class LongSessionsOnSqlite : LongSessions
{
    protected override StudioApp NewStudio() => new SqliteStudio();
}

public sealed class LongSessionsOnPostgres : LongSessions
{
    protected override StudioApp NewStudio() => new PostgresStudio();
}
