using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Storyboard.Stills;

public static class StillSetup
{
    /// <summary>
    /// Pictures under way at once beyond what other orders have: a drawing takes Venice some ten seconds, and a minute's worth of them
    /// should be through within that minute.
    /// </summary>
    private const int MoreHands = 4;

    public static void AddStills(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ImageCatalog>();
        services.AddSingleton<IStillPrices>(provider => provider.GetRequiredService<ImageCatalog>());
        services.AddSingleton<StillPlanning>();
        services.AddSingleton<StillOrdering>();
        services.AddSingleton<StillDecisions>();
        services.AddSingleton<StillGiving>();
        services.AddSingleton<StillInputs>();
        services.AddSingleton<StillJudge>();
        services.AddSingleton<StillShowing>();
        services.AddSingleton(provider => new PictureCheck(provider.GetRequiredService<FfmpegTools>()));
        services.AddTrade<Still, StillTrade>();
        services.AddSingleton(provider =>
        {
            var usual = provider.GetRequiredService<WorkOptions>();
            return ActivatorUtilities.CreateInstance<PipelineWorker<Still>>(provider, usual with { Hands = usual.Hands + MoreHands });
        });
    }
}
