using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Passthrough;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Sounds;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Directing;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Hosting;

/// <summary>Puts the studio together: settings in, a web application out. Tests build it the same way with another clock.</summary>
public static class Studio
{
    public static WebApplication Build(StudioOptions options, TimeProvider time, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Studio).Assembly.GetName().Name,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],   // settings are read once: no watchers on files that are not there
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(options.Database);
        builder.Services.AddSingleton<StudioDb>();
        builder.AddApi();
        builder.AddVenice();
        builder.AddCatalog();
        builder.AddLedger();
        builder.AddOrders();
        builder.AddClips();
        builder.AddSounds();
        builder.AddPrompts();
        builder.AddFront(options);
        builder.AddAccounts();
        builder.AddLibrary(options);
        builder.AddTracks();
        builder.AddProjects();
        builder.AddStoryboard();
        builder.AddStills();
        builder.AddDirecting();
        builder.AddEvents(options);
        builder.AddFilms();
        builder.AddPassthrough();
        // "localhost" is two addresses (IPv4 and IPv6), which cannot share a port that the system picks.
        var host = options is { Port: 0, Host: "localhost" } ? "127.0.0.1" : options.Host;
        builder.WebHost.UseUrls($"http://{host}:{options.Port}");
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseFront();
        app.MapAccounts();
        app.MapCatalog();
        app.MapClips();
        app.MapSounds();
        app.MapPrompts();
        app.MapLedger();
        app.MapLibrary();
        app.MapUploads();
        app.MapTracks();
        app.MapProjects();
        app.MapStoryboard();
        app.MapStills();
        app.MapDirecting();
        app.MapEvents();
        app.MapFilms();
        app.MapSettings();
        app.MapPassthrough();
        app.MapSwaggerPages();
        return app;
    }

    /// <summary>Prepares the data folder and the database, then listens.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken ct = default)
    {
        await PrepareAsync(app.Services.GetRequiredService<StudioOptions>(), app.Services.GetRequiredService<StudioDb>(), ct);
        await app.StartAsync(ct);
    }

    /// <summary>Makes the data folder, brings the database to this version, and takes over the work of processes that have died.</summary>
    public static async Task PrepareAsync(StudioOptions options, StudioDb db, CancellationToken ct)
    {
        Directory.CreateDirectory(options.DataFolder);
        await Migrations.ApplyAsync(db, ct);
        await new WorkTable<Clip>(db, Clip.Table).TakeOverAsync(ct);
        await new WorkTable<Sound>(db, Sound.Table).TakeOverAsync(ct);
        await new WorkTable<Still>(db, Still.Table).TakeOverAsync(ct);
        await new WorkTable<Track>(db, TrackSql.Table).TakeOverAsync(ct);
        await new WorkTable<Direction>(db, Direction.Table).TakeOverAsync(ct);
        await new WorkTable<Film>(db, FilmSql.Table).TakeOverAsync(ct);
        await new WorkTable<Export>(db, ExportSql.Table).TakeOverAsync(ct);
    }
}
