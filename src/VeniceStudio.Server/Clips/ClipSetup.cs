using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Passthrough;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

public static class ClipSetup
{
    public static void AddClips(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ClipOrdering>();
        services.AddSingleton<ClipDecisions>();
        services.AddSingleton<IVideoQueueing, VideoQueueing>();
        services.AddSingleton<ClipMoves>();
        services.AddSingleton<ClipOrderBody>();
        services.AddSingleton<ClipSubmitting>();
        services.AddSingleton<ClipWatching>();
        services.AddSingleton<ClipCollecting>();
        services.AddSingleton<ClipCleaning>();
        services.AddSingleton<PollPlan>();
        services.AddSingleton<Pacer>();
        services.AddSingleton<WorkBell>();
        services.AddSingleton(provider => new WorkOptions { Lease = TimeSpan.FromSeconds(provider.GetRequiredService<StudioOptions>().LeaseSeconds) });
        services.AddSingleton<IPipeline<Clip>, ClipPipeline>();
        services.AddSingleton<PipelineWorker<Clip>>();
        services.AddHostedService(provider => provider.GetRequiredService<PipelineWorker<Clip>>());
    }
}
