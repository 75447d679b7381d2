using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Events;

/// <summary>Two studios on one PostgreSQL database.</summary>
public sealed class TwoStudios : PostgresStudio
{
    private WebApplication? _second;

    public EventHub Here => Services.GetRequiredService<EventHub>();

    public EventHub There => _second!.Services.GetRequiredService<EventHub>();

    public IStudioEvents FromThere => _second!.Services.GetRequiredService<IStudioEvents>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _second = Studio.Build(Options, Clock);
        await Studio.StartAsync(_second);
    }

    public override async ValueTask DisposeAsync()
    {
        await _second!.StopAsync();
        await _second.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class TwoProcesses(TwoStudios studio) : IClassFixture<TwoStudios>
{
    [Fact]
    public async Task What_one_does_the_browsers_of_the_other_hear_and_nobody_hears_it_twice()
    {
        var account = Guid.NewGuid();
        using var here = studio.Here.Join(account);
        using var there = studio.There.Join(account);
        var news = studio.Services.GetRequiredService<IStudioEvents>();
        await HearAsync(there, "warmup", () => news.Publish(new Changed("warmup", account)));
        await HearAsync(here, "warmuptoo", () => studio.FromThere.Publish(new Changed("warmuptoo", account)));
        await HearAsync(here, "settled", () => studio.FromThere.Publish(new Changed("settled")));
        here.Take();

        news.Publish(new Changed("clips", account));
        Assert.Contains("clips", here.Take());
        await HearAsync(there, "clips");
        // Notices come in the order they were sent: once the other's is here, one's own would have been too.
        studio.FromThere.Publish(new Changed("marker", account));
        Assert.DoesNotContain("clips", await HearAsync(here, "marker"));
    }

    [Fact]
    public async Task Anothers_news_stay_with_their_account()
    {
        var (mine, yours) = (Guid.NewGuid(), Guid.NewGuid());
        using var there = studio.There.Join(mine);
        var news = studio.Services.GetRequiredService<IStudioEvents>();
        var heard = await HearAsync(there, "marker", () =>
        {
            news.Publish(new Changed("secret", yours));
            news.Publish(new Changed("marker"));
        });
        Assert.DoesNotContain("secret", heard);
    }

    /// <summary>Everything a listener was told until it heard a name. Repeats the cause: the other process may only just begin to listen.</summary>
    private static async Task<HashSet<string>> HearAsync(Listener listener, string name, Action? cause = null)
    {
        var heard = new HashSet<string>();
        for (var patience = DateTime.UtcNow + TimeSpan.FromSeconds(20); DateTime.UtcNow < patience && !heard.Contains(name);)
        {
            cause?.Invoke();
            await Task.WhenAny(listener.News, Task.Delay(50, TestContext.Current.CancellationToken));
            heard.UnionWith(listener.Take());
        }
        Assert.Contains(name, heard);
        return heard;
    }
}
