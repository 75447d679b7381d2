using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests;

/// <summary>
/// The whole studio on a real port with a real database in a folder of its own, and a clock that the test moves. Derive to change
/// the settings; use <see cref="SqliteStudio"/> or <see cref="PostgresStudio"/> as class fixtures.
/// </summary>
public abstract class StudioApp : IAsyncLifetime
{
    private WebApplication? _app;

    public string Folder { get; } = Directory.CreateTempSubdirectory("studio-test-").FullName;

    public ManualTime Clock { get; } = new();

    public WebApplication App => _app ?? throw new InvalidOperationException("The studio has not started.");

    public IServiceProvider Services => App.Services;

    public StudioDb Db => Services.GetRequiredService<StudioDb>();

    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    protected virtual StudioOptions Options => new() { Port = 0, Host = "127.0.0.1", Data = Folder };

    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }

    public virtual async ValueTask InitializeAsync() => await StartAsync();

    protected async Task StartAsync()
    {
        _app = Studio.Build(Options, Clock, Adjust);
        await Studio.StartAsync(_app);
    }

    /// <summary>A browser-like client: keeps cookies, follows no redirects.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public virtual async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public class SqliteStudio : StudioApp;

/// <summary>The studio on PostgreSQL: a database of its own on the server that <c>./studio test</c> starts.</summary>
public class PostgresStudio : StudioApp
{
    private readonly string _database = "test_" + Guid.NewGuid().ToString("N");

    private static string Server => Environment.GetEnvironmentVariable("STUDIO_TEST_POSTGRES")
        ?? throw new InvalidOperationException("STUDIO_TEST_POSTGRES is not set. Run the tests with ./studio test, which starts a PostgreSQL server.");

    protected override StudioOptions Options => base.Options with
    {
        DatabaseUrl = new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ToString(),
    };

    public override async ValueTask InitializeAsync()
    {
        await RunAsync($"CREATE DATABASE {_database}");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        GC.SuppressFinalize(this);
    }

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
