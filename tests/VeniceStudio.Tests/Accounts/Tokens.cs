using System.Net;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Tests.Accounts;

public abstract class Tokens(StudioApp studio)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_shown_once_kept_as_a_hash_and_dead_when_revoked()
    {
        using var member = await studio.MemberAsync();
        var made = await member.Client.PostAsync("/api/tokens", new { name = "nightly" }).OkAsync();
        var secret = made.Text("secret")!;
        Assert.StartsWith("vst_", secret, StringComparison.Ordinal);

        var listed = await (await member.Client.GetAsync("/api/tokens", Ct)).Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
        await using (var reader = await studio.Db.ReadAsync(Ct))
        {
            var row = await reader.OneAsync<ScriptToken>("SELECT * FROM tokens WHERE account_id = @Id", new { member.Id });
            Assert.Equal(Secret.HashOf(secret), row!.Hash);
            Assert.True(row.Prefix.Length < 10);
        }

        using var script = studio.NewClient();
        script.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        await script.PutAsync("/api/account/name", new { name = "No write token needed" }).OkAsync();
        await script.PostAsync("/api/tokens", new { name = "child" }).ProblemAsync(HttpStatusCode.Forbidden, "needs-a-browser");
        await member.Client.DeleteAsync($"/api/tokens/{made.GetProperty("token").Text("id")}", Ct).OkAsync();
        await script.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_another()
    {
        using var one = await studio.MemberAsync();
        using var other = await studio.OwnerAsync();
        var made = await one.Client.PostAsync("/api/tokens", new { name = "mine" }).OkAsync();
        var answer = await other.Client.DeleteAsync($"/api/tokens/{made.GetProperty("token").Text("id")}", Ct);
        await answer.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Empty((await other.Client.GetAsync("/api/tokens", Ct).OkAsync()).EnumerateArray());
    }

    [Fact]
    public async Task When_a_token_was_last_used_is_noted_at_most_once_a_minute()
    {
        using var member = await studio.MemberAsync();
        using var script = await studio.WithTokenAsync(member.Id);
        async Task<DateTimeOffset> LastUsedAsync()
        {
            var tokens = await script.GetAsync("/api/tokens", Ct).OkAsync();
            return Assert.Single(tokens.EnumerateArray()).GetProperty("lastUsedAt").GetDateTimeOffset();
        }

        var first = await LastUsedAsync();
        studio.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(first, await LastUsedAsync());
        studio.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(first + TimeSpan.FromSeconds(70), await LastUsedAsync());
    }

    [Fact]
    public async Task A_wrong_token_is_nobody_even_beside_a_good_cookie()
    {
        using var member = await studio.MemberAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/tokens");
        request.Headers.Authorization = new("Bearer", "vst_wrong");
        await member.Client.SendAsync(request, Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }
}

public sealed class TokensOnSqlite(SqliteStudio studio) : Tokens(studio), IClassFixture<SqliteStudio>;

public sealed class TokensOnPostgres(PostgresStudio studio) : Tokens(studio), IClassFixture<PostgresStudio>;
