using System.Globalization;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// The studio's settings, read once from the environment (and a <c>.env</c> file) and checked before anything starts. Every
/// name stands in <c>.env.example</c>. Defaults need nothing: a SQLite file, media on disk, a rehearsal without a key.
/// </summary>
public sealed record StudioOptions
{
    /// <summary>PORT. 0 takes any free port (tests).</summary>
    public int Port { get; init; } = 8080;

    /// <summary>STUDIO_HOST. <c>localhost</c> (only this computer, its user is the owner) or an address such as <c>0.0.0.0</c>.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>STUDIO_DATA: folder of the SQLite file and of the media.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>VENICE_API_KEY. Without it the studio rehearses on the simulator. Never shown, never logged.</summary>
    public string? VeniceKey { get; init; }

    /// <summary>VENICE_BASE_URL. Routes are appended to it, whatever its path.</summary>
    public Uri VeniceBase { get; init; } = new("https://api.venice.ai/api/v1");

    /// <summary>DATABASE_URL: rows go to PostgreSQL.</summary>
    public string? DatabaseUrl { get; init; }

    /// <summary>S3_…: media go to an S3 store, and the data folder keeps what was used last. Null: media lie in the data folder.</summary>
    public S3Options? S3 { get; init; }

    /// <summary>STUDIO_OWNER_EMAIL and STUDIO_OWNER_PASSWORD: the owner is made at the first start, without a code.</summary>
    public string? OwnerEmail { get; init; }
    public string? OwnerPassword { get; init; }

    /// <summary>STUDIO_UPLOAD_MB: largest uploaded file, whole megabytes.</summary>
    public int UploadMegabytes { get; init; } = 50;

    /// <summary>STUDIO_SONG_MB: largest song, whole megabytes.</summary>
    public int SongMegabytes { get; init; } = 200;

    /// <summary>STUDIO_REHEARSAL_SPEED: how much faster than Venice the simulator works, 1–1,000,000.</summary>
    public double RehearsalSpeed { get; init; } = 20;

    /// <summary>STUDIO_TRUST_PROXY: read the visitor's address and scheme from the proxy in front (Railway sets them).</summary>
    public bool TrustProxy { get; init; }

    /// <summary>STUDIO_SIGN_IN: ask for an account also at this computer, as a proxy on the same machine needs it.</summary>
    public bool RequireSignIn { get; init; }

    /// <summary>STUDIO_RATE_FACTOR: multiplies every rate limit, 1–1000.</summary>
    public double RateFactor { get; init; } = 1;

    /// <summary>STUDIO_LEASE_SECONDS: after how long without a sign of life another process takes over a clip's work, 2–300.</summary>
    public int LeaseSeconds { get; init; } = 20;

    /// <summary>LOG_LEVEL: Verbose, Debug, Information, Warning or Error.</summary>
    public string LogLevel { get; init; } = "Information";

    /// <summary>Log lines go to standard error, where standard output belongs to something else. Set by code only.</summary>
    public bool LogToErrors { get; init; }

    /// <summary>Where the built client lies: beside the program.</summary>
    public string ClientFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public bool Rehearsal => VeniceKey is null;

    /// <summary>Only this computer can reach the studio, so its user needs no password.</summary>
    public bool LoopbackOnly => !RequireSignIn && Host is "localhost" or "127.0.0.1" or "::1" or "[::1]";

    public string DataFolder => Path.GetFullPath(Data);

    public DatabaseOptions Database => new(
        Path.Combine(DataFolder, "studio.db"), DatabaseUrl is null ? null : DatabaseOptions.ConnectionOf(DatabaseUrl));

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">At least one is wrong; carries a sentence for each.</exception>
    public static StudioOptions Read(Func<string, string?> variable)
    {
        var read = new SettingsReader(variable);
        var options = new StudioOptions
        {
            Port = read.Whole("PORT", 8080, 0, 65535),
            Host = read.Text("STUDIO_HOST") ?? "localhost",
            Data = read.Text("STUDIO_DATA") ?? "./data",
            VeniceKey = read.Text("VENICE_API_KEY"),
            VeniceBase = read.Address("VENICE_BASE_URL", "https://api.venice.ai/api/v1"),
            DatabaseUrl = read.Checked("DATABASE_URL", value => DatabaseOptions.ConnectionOf(value)),
            S3 = S3Options.Read(read),
            OwnerEmail = read.Text("STUDIO_OWNER_EMAIL"),
            OwnerPassword = read.Text("STUDIO_OWNER_PASSWORD"),
            UploadMegabytes = read.Whole("STUDIO_UPLOAD_MB", 50, 1, 2000),
            SongMegabytes = read.Whole("STUDIO_SONG_MB", 200, 1, 2000),
            RehearsalSpeed = read.Whole("STUDIO_REHEARSAL_SPEED", 20, 1, 1_000_000),
            RequireSignIn = read.Switch("STUDIO_SIGN_IN", false),
            RateFactor = read.Whole("STUDIO_RATE_FACTOR", 1, 1, 1000),
            LeaseSeconds = read.Whole("STUDIO_LEASE_SECONDS", 20, 2, 300),
            LogLevel = read.Text("LOG_LEVEL") ?? "Information",
            TrustProxy = read.Switch("STUDIO_TRUST_PROXY", variable("RAILWAY_ENVIRONMENT_NAME") is not null),
        };
        read.Require(options.OwnerEmail is null == options.OwnerPassword is null,
            "STUDIO_OWNER_EMAIL and STUDIO_OWNER_PASSWORD belong together: set both, or neither.");
        read.Require(options.OwnerPassword is null or { Length: >= 10 }, "STUDIO_OWNER_PASSWORD needs at least 10 characters.");
        read.Require(Enum.TryParse<Serilog.Events.LogEventLevel>(options.LogLevel, ignoreCase: true, out _),
            $"LOG_LEVEL is \"{options.LogLevel}\"; it takes Verbose, Debug, Information, Warning or Error.");
        read.Require(options.OwnerEmail is null || new System.ComponentModel.DataAnnotations.EmailAddressAttribute().IsValid(options.OwnerEmail),
            "STUDIO_OWNER_EMAIL should look like name@example.com.");
        read.ThrowIfWrong();
        return options;
    }
}
