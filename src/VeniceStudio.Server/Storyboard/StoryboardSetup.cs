namespace VeniceStudio.Server.Storyboard;

public static class StoryboardSetup
{
    public static void AddStoryboard(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<BoardDesk>();
        services.AddSingleton<BoardReading>();
        services.AddSingleton<BoardChanging>();
        services.AddSingleton<BoardMaking>();
        services.AddSingleton<Approving>();
        services.AddSingleton<Planning>();
        services.AddSingleton<PlanFitting>();
        services.AddSingleton<ShotPrices>();
        services.AddSingleton<UsualVideo>();
    }
}
