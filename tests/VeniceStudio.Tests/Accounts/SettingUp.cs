using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Accounts;

public abstract partial class SettingUp
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal abstract Task<StudioApp> StartAsync(HeardLog log, Func<StudioOptions, StudioOptions>? change = null);

    [Fact]
    public async Task Whoever_holds_the_printed_code_becomes_the_owner_once()
    {
        using var log = new HeardLog();
        await using var studio = await StartAsync(log);
        using var browser = studio.NewBrowser();
        Assert.Equal("setup", (await browser.GetAsync("/api/session", Ct).OkAsync()).Text("state"));

        var wrong = await browser.PostAsync("/api/setup", Form("0000-0000-0000-0000")).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("code", wrong.Text("field"));

        var typed = CodeIn(log).Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();
        var session = await browser.PostAsync("/api/setup", Form(typed)).OkAsync();
        Assert.Equal("owner", session.GetProperty("account").Text("role"));
        await browser.GetAsync("/api/members", Ct).OkAsync();

        using var late = studio.NewBrowser();
        await late.PostAsync("/api/setup", Form(CodeIn(log))).ProblemAsync(HttpStatusCode.Conflict, "already-set-up");
        Assert.Equal("signedOut", (await late.GetAsync("/api/session", Ct).OkAsync()).Text("state"));
    }

    [Fact]
    public async Task Two_set_ups_at_once_make_one_owner()
    {
        using var log = new HeardLog();
        await using var studio = await StartAsync(log);
        var code = CodeIn(log);
        using var client = studio.NewClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => client.PostAsync("/api/setup", Form(code, $"o{number}@example.com"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        await using var reader = await studio.Db.ReadAsync(Ct);
        Assert.Single(await reader.AccountsAsync());
    }

    [Fact]
    public async Task Settings_can_name_the_owner_and_then_no_code_is_printed()
    {
        using var log = new HeardLog();
        await using var studio = await StartAsync(log, options => options with { OwnerEmail = "Boss@Example.com", OwnerPassword = "a long password" });
        using var browser = studio.NewBrowser();

        await browser.PostAsync("/api/session", new { email = "boss@example.com", password = "a long password" }).OkAsync();
        Assert.DoesNotContain(log.Lines, line => Code().IsMatch(line));
        Assert.DoesNotContain(log.Lines, line => line.Contains("a long password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moving_from_this_computer_to_a_server_keeps_what_its_user_made()
    {
        using var log = new HeardLog();
        await using var studio = await StartAsync(log);
        Guid local;
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            var account = Account.OfThisComputer(session.Now);
            await session.InsertAsync(account);
            await session.CommitAsync();
            local = account.Id;
        }
        using var browser = studio.NewBrowser();
        var answer = await browser.PostAsync("/api/setup", Form(CodeIn(log))).OkAsync();
        Assert.Equal(local.ToString(), answer.GetProperty("account").Text("id"));
        Assert.Equal("owner@example.com", answer.GetProperty("account").Text("email"));
    }

    private static object Form(string code, string email = "owner@example.com") =>
        new { code, email, name = "Owner", password = "a long password" };

    private static string CodeIn(HeardLog log) => Code().Match(Assert.Single(log.Lines, line => Code().IsMatch(line))).Value;

    [GeneratedRegex(@"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b")]
    private static partial Regex Code();
}

public sealed class SettingUpOnSqlite : SettingUp
{
    internal override async Task<StudioApp> StartAsync(HeardLog log, Func<StudioOptions, StudioOptions>? change = null)
    {
        var studio = new Overheard(log, change);
        await studio.InitializeAsync();
        return studio;
    }

    private sealed class Overheard(HeardLog log, Func<StudioOptions, StudioOptions>? change) : SqliteStudio
    {
        protected override StudioOptions Options => change?.Invoke(base.Options) ?? base.Options;

        protected override void Adjust(WebApplicationBuilder builder) => builder.Logging.AddProvider(log);
    }
}

public sealed class SettingUpOnPostgres : SettingUp
{
    internal override async Task<StudioApp> StartAsync(HeardLog log, Func<StudioOptions, StudioOptions>? change = null)
    {
        var studio = new Overheard(log, change);
        await studio.InitializeAsync();
        return studio;
    }

    private sealed class Overheard(HeardLog log, Func<StudioOptions, StudioOptions>? change) : PostgresStudio
    {
        protected override StudioOptions Options => change?.Invoke(base.Options) ?? base.Options;

        protected override void Adjust(WebApplicationBuilder builder) => builder.Logging.AddProvider(log);
    }
}
