namespace VeniceStudio.Server.Work;

public static class BackgroundWork
{
    /// <summary>A registered service that is put together, and begins, with the <see cref="FirstAnswer"/>.</summary>
    public static void AddBackgroundWork<T>(this IServiceCollection services)
        where T : BackgroundService => services.AddHostedService<Later<T>>();

    private sealed class Later<T>(IServiceProvider services, FirstAnswer first) : BackgroundService
        where T : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await first.WaitAsync(stoppingToken);
            var work = services.GetRequiredService<T>();
            await work.StartAsync(stoppingToken);
            await (work.ExecuteTask ?? Task.CompletedTask);
        }
    }
}
