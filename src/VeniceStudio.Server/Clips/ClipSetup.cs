using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Passthrough;

namespace VeniceStudio.Server.Clips;

public static class ClipSetup
{
    public static void AddClips(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ClipOrdering>();
        services.AddSingleton<ClipDecisions>();
        services.AddSingleton<ClipForecast>();
        services.AddSingleton<IVideoQueueing, VideoQueueing>();
        services.AddSingleton<ClipOrderBody>();
        services.AddTrade<Clip, ClipTrade>();
    }
}
