using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Storyboard.Directing;

public static class DirectingSetup
{
    /// <summary>Boards of so many projects are written at once. Each asks one question at a time.</summary>
    private const int Hands = 3;

    /// <summary>Words can be asked for again at any time: a row that ends process after process is given up soon.</summary>
    private const int MostLeasesLost = 4;

    public static void AddDirecting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<LiveWritings>();
        services.AddSingleton<IBoardWriting, ProjectPapers>();
        services.AddSingleton<PaidAnswers>();
        services.AddSingleton<ShotWriting>();
        services.AddSingleton<DirectionDesk>();
        services.AddSingleton<BoardDirecting>();
        services.AddSingleton<RewriteDirecting>();
        services.AddSingleton<QuestionDirecting>();
        services.AddSingleton<Director>();
        services.AddSingleton<IDirecting>(provider => provider.GetRequiredService<Director>());
        services.AddSingleton<IDirectionNews>(provider => provider.GetRequiredService<Director>());
        services.AddSingleton<DirectionOrdering>();
        services.AddSingleton<IPipeline<Direction>, DirectionPipeline>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PipelineWorker<Direction>>(
            provider, provider.GetRequiredService<WorkOptions>() with { Hands = Hands, MostLeasesLost = MostLeasesLost }));
        services.AddBackgroundWork<PipelineWorker<Direction>>();
    }
}
