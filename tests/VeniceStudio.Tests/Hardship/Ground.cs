using System.Net.Http.Headers;
using Npgsql;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Simulator;

namespace VeniceStudio.Tests.Hardship;

/// <summary>
/// What outlives a server process: its folder, its database, Venice beside it, and a member's token. The test looks at the database
/// itself, because a process that is dead cannot be asked.
/// </summary>
internal sealed class Ground : IAsyncDisposable
{
    public const string Key = "a-planted-key-7c20d941";

    private readonly string? _database;
    private readonly Dictionary<string, string> _settings;

    private Ground(SimulatorHost venice, string? database)
    {
        Venice = venice;
        _database = database;
        _settings = new Dictionary<string, string>
        {
            ["VENICE_API_KEY"] = Key,
            ["VENICE_BASE_URL"] = venice.BaseUrl.AbsoluteUri,
            ["STUDIO_LEASE_SECONDS"] = "2",
            ["LOG_LEVEL"] = "Information",
        };
        var url = database is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = database }.ToString();
        if (url is not null) _settings["DATABASE_URL"] = url;
        Options = new StudioOptions { Data = Folder, DatabaseUrl = url };
        Db = new StudioDb(Options.Database, TimeProvider.System);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("studio-hardship-").FullName;

    public StudioOptions Options { get; }

    public StudioDb Db { get; }

    public SimulatorHost Venice { get; }

    /// <summary>The bearer token that orders are sent with.</summary>
    public string Token { get; } = Secret.New(Secret.TokenPrefix);

    public Guid AccountId { get; private set; }

    private int Calls => Venice.World.Calls.Values.Sum();

    private static string Server => Environment.GetEnvironmentVariable("STUDIO_TEST_POSTGRES")
        ?? throw new InvalidOperationException("STUDIO_TEST_POSTGRES is not set. Run the tests with ./studio test, which starts a PostgreSQL server.");

    /// <param name="speed">At 100 a simulated job is over within a second or two.</param>
    public static async Task<Ground> LaidAsync(bool postgres, CancellationToken ct, double speed = 100)
    {
        var database = postgres ? "hardship_" + Guid.NewGuid().ToString("N") : null;
        if (database is not null) await RunAsync($"CREATE DATABASE {database}");
        var venice = await SimulatorHost.StartAsync(
            new SimulatorOptions { ApiKey = Key, Speed = speed, LimitSpeed = 1000, MaxPixels = 160 * 90, StartingBalance = 1000, ClipFolder = SharedFilms.Folder }, TimeProvider.System, ct);
        var ground = new Ground(venice, database);
        await Migrations.ApplyAsync(ground.Db, ct);
        ground.AccountId = await ground.GivenTheOwnerAsync(ct);
        return ground;
    }

    public ServerProcess Serve(params KeyValuePair<string, string>[] more) => ServerProcess.Start(Folder, new Dictionary<string, string>([.. _settings, .. more]));

    public HttpClient ClientOf(Uri address)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }

    public async Task<IReadOnlyList<Clip>> ClipsAsync(CancellationToken ct)
    {
        await using var session = await Db.ReadAsync(ct);
        return await session.ListAsync<Clip>("SELECT * FROM clips ORDER BY created_at, id");
    }

    /// <summary>Whether no clip has a step left to do.</summary>
    public async Task<bool> IsAtRestAsync(CancellationToken ct)
    {
        var clips = await ClipsAsync(ct);
        return clips.All(clip => clip.DueAt is null && clip.LeaseOwner is null);
    }

    /// <summary>Waits until so many more calls have reached Venice, or for as long as that may take.</summary>
    public async Task CallsAsync(int more, TimeSpan most, CancellationToken ct)
    {
        var (goal, end) = (Calls + more, TimeProvider.System.GetUtcNow() + most);
        while (Calls < goal && TimeProvider.System.GetUtcNow() < end) await Task.Delay(5, ct);
    }

    /// <summary>What a process wrote holds nothing that opens anything.</summary>
    public void IsDiscreet(string output)
    {
        Assert.All([Key, Token, "/share/"], secret => Assert.DoesNotContain(secret, output, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await Venice.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        if (_database is not null) await RunAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
    }

    private async Task<Guid> GivenTheOwnerAsync(CancellationToken ct)
    {
        await using var session = await Db.BeginAsync(ct);
        var owner = Account.New("owner@example.com", "Owner", MemberRole.Owner, null, session.Now);
        await session.InsertAsync(owner);
        await session.InsertAsync(ScriptToken.New(owner.Id, "a script", Token, session.Now));
        await session.CommitAsync();
        return owner.Id;
    }

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
