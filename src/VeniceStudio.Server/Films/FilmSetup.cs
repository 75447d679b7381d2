using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

public static class FilmSetup
{
    /// <summary>Composing costs nothing, so what ends process after process without getting on is given up sooner than a paid clip.</summary>
    private const int MostLeasesLost = 20;

    public static void AddFilms(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TakePlanning>();
        services.AddSingleton<TakeOrdering>();
        services.AddSingleton<TakeReading>();
        services.AddSingleton<RefusalDesk>();
        services.AddSingleton<FootageDesk>();
        services.AddSingleton<CutDesk>();
        services.AddSingleton<LiveWork>();
        services.AddSingleton<FilmPlans>();
        services.AddSingleton<FilmComposing>();
        services.AddSingleton<FilmDesk>();
        services.AddSingleton<FilmSweep>();
        services.AddSingleton<ExportFiles>();
        services.AddSingleton<ExportMaking>();
        services.AddSingleton<ExportDesk>();
        services.AddSingleton<FilmReceipt>();
        services.AddSingleton<ProjectArchive>();
        services.AddSingleton<ProjectImport>();
        services.AddPipeline<Film, FilmPipeline>();
        services.AddPipeline<Export, ExportPipeline>();
    }

    /// <summary>One at a time: encoding fills the processors, and browsers are answered first.</summary>
    private static void AddPipeline<TRow, TPipeline>(this IServiceCollection services)
        where TRow : class, IWorkRow
        where TPipeline : class, IPipeline<TRow>
    {
        services.AddSingleton<IPipeline<TRow>, TPipeline>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PipelineWorker<TRow>>(
            provider, provider.GetRequiredService<WorkOptions>() with { Hands = 1, MostLeasesLost = MostLeasesLost }));
        services.AddBackgroundWork<PipelineWorker<TRow>>();
    }
}
