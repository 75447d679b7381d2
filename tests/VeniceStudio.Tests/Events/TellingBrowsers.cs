using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VeniceStudio.Server.Events;

namespace VeniceStudio.Tests.Events;

public abstract class TellingBrowsers(StudioApp studio)
{
    private IStudioEvents News => studio.Services.GetRequiredService<IStudioEvents>();

    private EventHub Hub => studio.Services.GetRequiredService<EventHub>();

    [Fact]
    public async Task A_page_is_greeted_so_that_it_asks_for_everything_and_told_how_to_come_back()
    {
        using var member = await studio.MemberAsync();
        using var browser = await Browser.OpenAsync(member.Client, studio.Clock);
        Assert.Equal("text/event-stream", browser.Answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no", Assert.Single(browser.Answer.Headers.GetValues("X-Accel-Buffering")));
        Assert.Equal("retry: 5000", await browser.LineAsync());
        Assert.Equal("event: hello", await browser.LineAsync());
        Assert.Equal("data: {}", await browser.LineAsync());
    }

    [Fact]
    public async Task A_member_hears_their_own_news_and_everybodys_never_anothers()
    {
        using var member = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        using var browser = await Browser.OpenAsync(member.Client, studio.Clock);
        Assert.Equal("hello", await browser.EventAsync());

        News.Publish(new Changed("members", other.Id));
        News.Publish(new Changed("clips", member.Id));
        Assert.Equal("clips", await browser.EventAsync());
        News.Publish(new Changed("venice"));
        Assert.Equal("venice", await browser.EventAsync());
    }

    [Fact]
    public async Task A_thousand_changes_of_one_thing_are_one_message()
    {
        using var member = await studio.MemberAsync();
        using var browser = await Browser.OpenAsync(member.Client, studio.Clock);
        Assert.Equal("hello", await browser.EventAsync());
        for (var i = 0; i < 1000; i++) News.Publish(new Changed("clips", member.Id));
        News.Publish(new Changed("spend", member.Id));

        var heard = new List<string> { await browser.EventAsync() };
        while (heard[^1] != "spend") heard.Add(await browser.EventAsync());
        Assert.InRange(heard.Count, 2, 4);
    }

    [Fact]
    public async Task A_quiet_line_is_kept_open()
    {
        using var member = await studio.MemberAsync();
        using var browser = await Browser.OpenAsync(member.Client, studio.Clock);
        Assert.Equal("hello", await browser.EventAsync());
        Assert.Equal("data: {}", await browser.LineAsync());
        Assert.StartsWith(":", await browser.LineAsync(step: TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Two_hundred_open_pages_leave_nothing_behind_when_they_close()
    {
        using var member = await studio.MemberAsync();
        var before = Hub.Open;
        var pages = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Browser.OpenAsync(member.Client, studio.Clock)));
        Assert.InRange(Hub.Open, 200, before + 200);
        foreach (var page in pages) page.Dispose();
        var patience = DateTime.UtcNow + TimeSpan.FromSeconds(20);
        while (Hub.Open > before && DateTime.UtcNow < patience) await Task.Yield();
        Assert.InRange(Hub.Open, 0, before);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        using var nobody = studio.NewClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/events", TestContext.Current.CancellationToken)).StatusCode);
    }
}

public sealed class TellingBrowsersOnSqlite(SqliteStudio studio) : TellingBrowsers(studio), IClassFixture<SqliteStudio>;

public sealed class TellingBrowsersOnPostgres(PostgresStudio studio) : TellingBrowsers(studio), IClassFixture<PostgresStudio>;

public sealed class ClosingTheStudio(SqliteStudio studio) : IClassFixture<SqliteStudio>
{
    [Fact]
    public async Task Open_pages_do_not_hold_it_up()
    {
        using var member = await studio.MemberAsync();
        using var browser = await Browser.OpenAsync(member.Client, studio.Clock);
        Assert.Equal("hello", await browser.EventAsync());
        studio.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal("data: {}", await browser.LineAsync());
        Assert.Null(await browser.LineAsync());
    }
}
