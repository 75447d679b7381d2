namespace VeniceStudio.Server.Films;

public static class FilmSetup
{
    public static void AddFilms(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TakeOrdering>();
        services.AddSingleton<TakeReading>();
        services.AddSingleton<RefusalDesk>();
        services.AddSingleton<FootageDesk>();
        services.AddSingleton<CutDesk>();
        services.AddSingleton<FilmDesk>();
        services.AddSingleton<ExportDesk>();
        services.AddSingleton<ProjectImport>();
    }
}
