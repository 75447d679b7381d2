using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Accounts;

public abstract class SigningIn(StudioApp studio)
{
    private const string Password = "correct horse battery";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_opens_a_session_and_its_writes_are_taken()
    {
        var account = await studio.GivenAnAccountAsync(MemberRole.Member, "Ada", Password);
        using var browser = studio.NewBrowser();

        var session = await browser.PostAsync("/api/session", new { email = " " + account.Email.ToUpperInvariant(), password = Password }).OkAsync();

        Assert.Equal("signedIn", session.Text("state"));
        Assert.Equal("Ada", session.GetProperty("account").Text("name"));
        Assert.Equal("Ada L.", (await browser.PutAsync("/api/account/name", new { name = " Ada L. " }).OkAsync()).Text("name"));
        await browser.DeleteAsync("/api/session", Ct).OkAsync();
        await browser.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        var account = await studio.GivenAnAccountAsync(MemberRole.Member, "Ada", Password);
        using var nobody = studio.NewClient();
        var answer = await nobody.PostAsync("/api/session", new { email = account.Email, password = Password });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), line => line.StartsWith("studio=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), line => line.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal) && line.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_e_mail_get_the_same_answer()
    {
        var account = await studio.GivenAnAccountAsync(MemberRole.Member, "Ada", Password);
        using var nobody = studio.NewClient();
        var wrong = await nobody.PostAsync("/api/session", new { email = account.Email, password = "not it" }).ProblemAsync(HttpStatusCode.Unauthorized, "wrong-sign-in");
        var unknown = await nobody.PostAsync("/api/session", new { email = "no@example.com", password = "not it" }).ProblemAsync(HttpStatusCode.Unauthorized, "wrong-sign-in");
        Assert.Equal(wrong.Text("detail"), unknown.Text("detail"));
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_from_the_shell_and_every_session_ends()
    {
        var account = await studio.GivenAnAccountAsync(MemberRole.Owner, "Ada", Password);
        using var browser = studio.NewBrowser();
        await browser.PostAsync("/api/session", new { email = account.Email, password = Password }).OkAsync();
        var (said, complaint) = (new StringWriter(), new StringWriter());
        var options = studio.Services.GetRequiredService<StudioOptions>();

        Assert.Equal(0, await PasswordReset.RunAsync(options, account.Email.ToUpperInvariant(), studio.Clock, said, complaint, Ct));
        Assert.Equal(1, await PasswordReset.RunAsync(options, "nobody@example.com", studio.Clock, said, complaint, Ct));
        Assert.Contains("nobody@example.com", complaint.ToString(), StringComparison.Ordinal);
        await browser.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await browser.PostAsync("/api/session", new { email = account.Email, password = Password }).ProblemAsync(HttpStatusCode.Unauthorized, "wrong-sign-in");
        var password = said.ToString().Split('\n')[0].Split(" is ")[1].Trim();
        await browser.PostAsync("/api/session", new { email = account.Email, password }).OkAsync();
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_keeps_this_one()
    {
        var account = await studio.GivenAnAccountAsync(MemberRole.Member, "Ada", Password);
        using var here = studio.NewBrowser();
        using var elsewhere = studio.NewBrowser();
        foreach (var browser in new[] { here, elsewhere }) await browser.PostAsync("/api/session", new { email = account.Email, password = Password }).OkAsync();

        var refused = await here.PutAsync("/api/account/password", new { current = "wrong", next = "another long one" });
        Assert.Equal("current", (await refused.ProblemAsync(HttpStatusCode.BadRequest, "bad-input")).Text("field"));
        await elsewhere.GetAsync("/api/tokens", Ct).OkAsync();

        await here.PutAsync("/api/account/password", new { current = Password, next = "another long one" }).OkAsync();

        await here.GetAsync("/api/tokens", Ct).OkAsync();
        await elsewhere.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        Assert.Equal("signedOut", (await elsewhere.GetAsync("/api/session", Ct).OkAsync()).Text("state"));
    }

    [Fact]
    public async Task A_password_that_is_too_short_is_refused_at_its_field()
    {
        using var member = await studio.MemberAsync();
        var problem = await member.Client.PutAsync("/api/account/password", new { current = "x", next = "short" })
            .ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("next", problem.Text("field"));
        Assert.Equal("A password takes 10 to 200 characters.", problem.GetProperty("errors").GetProperty("next")[0].GetString());
    }
}

public sealed class SigningInOnSqlite(SqliteStudio studio) : SigningIn(studio), IClassFixture<SqliteStudio>;

public sealed class SigningInOnPostgres(PostgresStudio studio) : SigningIn(studio), IClassFixture<PostgresStudio>;
