using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

public static class TrackSetup
{
    /// <summary>Listening costs nothing, so a song that ends process after process is given up soon. A paid clip gets more patience.</summary>
    private const int MostLeasesLost = 4;

    public static void AddTracks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<LiveHearings>();
        services.AddSingleton<WaveformShelf>();
        services.AddSingleton<WaveformDrawing>();
        services.AddSingleton<SongShapes>();
        services.AddSingleton<TrackIntake>();
        services.AddSingleton<TrackListening>();
        services.AddSingleton<TrackLyrics>();
        services.AddSingleton<IPipeline<Track>, TrackPipeline>();
        // One song at a time: listening fills a core, and browsers are answered first.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PipelineWorker<Track>>(
            provider, provider.GetRequiredService<WorkOptions>() with { Hands = 1, MostLeasesLost = MostLeasesLost }));
        services.AddBackgroundWork<PipelineWorker<Track>>();
    }
}
