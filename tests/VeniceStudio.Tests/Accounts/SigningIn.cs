using System.Net;
using System.Net.Http.Json;

namespace VeniceStudio.Tests.Accounts;

public abstract class SigningIn(StudioApp studio)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_opens_a_session_and_its_writes_are_taken()
    {
        var account = await studio.GivenAnAccountAsync(Server.Accounts.MemberRole.Member, "Ada", "correct horse");
        using var browser = studio.NewBrowser();

        var answer = await browser.PostAsJsonAsync("/api/session", new { email = " " + account.Email.ToUpperInvariant(), password = "correct horse" }, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.PutAsJsonAsync("/api/account/name", new { name = "Ada L." }, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_helper_of_these_tests_is_signed_in_like_anybody()
    {
        using var owner = await studio.OwnerAsync();
        Assert.Equal(HttpStatusCode.OK, (await owner.Client.GetAsync("/api/members", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.Client.PostAsJsonAsync("/api/tokens", new { name = "x" }, Ct)).StatusCode);
        using var script = await studio.WithTokenAsync(owner.Id);
        Assert.Equal(HttpStatusCode.OK, (await script.GetAsync("/api/tokens", Ct)).StatusCode);
    }
}

public sealed class SigningInOnSqlite(SqliteStudio studio) : SigningIn(studio), IClassFixture<SqliteStudio>;

public sealed class SigningInOnPostgres(PostgresStudio studio) : SigningIn(studio), IClassFixture<PostgresStudio>;
