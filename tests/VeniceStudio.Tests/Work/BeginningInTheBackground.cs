using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Tests.Work;

public sealed class BeginningInTheBackground
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_begins_with_the_first_answer_and_ends_before_the_studio_does()
    {
        await using var services = Services();
        var chore = services.GetRequiredService<Chore>();
        var hosted = services.GetRequiredService<IHostedService>();

        await hosted.StartAsync(Ct);
        Assert.False(chore.Begun.IsCompleted);
        services.GetRequiredService<FirstAnswer>().Given();
        await chore.Begun.WaitAsync(Patience, Ct);
        await hosted.StopAsync(Ct);

        Assert.True(chore.IsOver);
    }

    [Fact]
    public async Task A_studio_that_stops_before_it_has_answered_never_begins()
    {
        await using var services = Services();
        var hosted = services.GetRequiredService<IHostedService>();

        await hosted.StartAsync(Ct);
        await hosted.StopAsync(Ct);

        Assert.False(services.GetRequiredService<Chore>().Begun.IsCompleted);
    }

    [Fact]
    public async Task Without_a_visitor_work_begins_two_seconds_after_the_start()
    {
        var clock = new ManualTime();
        var waiting = new FirstAnswer(clock).WaitAsync(Ct);

        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await waiting.WaitAsync(Patience, Ct);
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTime()).AddSingleton<FirstAnswer>().AddSingleton<Chore>();
        services.AddBackgroundWork<Chore>();
        return services.BuildServiceProvider();
    }

    /// <summary>Goes on until it is told to stop, and takes a while to put its things away.</summary>
    private sealed class Chore : BackgroundService
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public bool IsOver { get; private set; }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            _begun.SetResult();
            await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Yield();
            IsOver = true;
        }
    }
}
