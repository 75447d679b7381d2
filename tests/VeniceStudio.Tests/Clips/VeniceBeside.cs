using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Work;
using VeniceStudio.Simulator;

namespace VeniceStudio.Tests.Clips;

/// <summary>A studio with a key, and a Venice of its own over HTTP: tiny pictures, no waiting, no limits unless a test sets them.</summary>
public interface IStudioWithVenice
{
    StudioApp Studio { get; }

    SimulatorWorld Venice { get; }
}

public class SqliteWithVenice : SqliteStudio, IStudioWithVenice
{
    private readonly VeniceBeside _beside = new();

    public StudioApp Studio => this;

    public SimulatorWorld Venice => _beside.Host.World;

    protected virtual double Speed => VeniceBeside.AtOnce;

    protected override StudioOptions Options => _beside.Point(base.Options);

    protected override void Adjust(WebApplicationBuilder builder) => VeniceBeside.StopTheClockwork(builder, Clock);

    public override async ValueTask InitializeAsync()
    {
        await _beside.StartAsync(Clock, speed: Speed);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _beside.Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public class PostgresWithVenice : PostgresStudio, IStudioWithVenice
{
    private readonly VeniceBeside _beside = new();

    public StudioApp Studio => this;

    public SimulatorWorld Venice => _beside.Host.World;

    protected virtual double Speed => VeniceBeside.AtOnce;

    protected override StudioOptions Options => _beside.Point(base.Options);

    protected override void Adjust(WebApplicationBuilder builder) => VeniceBeside.StopTheClockwork(builder, Clock);

    public override async ValueTask InitializeAsync()
    {
        await _beside.StartAsync(Clock, speed: Speed);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _beside.Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Its jobs take as long as real ones, by the test's clock.</summary>
public sealed class SqliteWithSlowVenice : SqliteWithVenice
{
    protected override double Speed => 1;
}

/// <inheritdoc cref="SqliteWithSlowVenice"/>
public sealed class PostgresWithSlowVenice : PostgresWithVenice
{
    protected override double Speed => 1;
}

internal sealed class VeniceBeside
{
    public const string Key = "a-planted-key-2f1c77";

    /// <summary>A speed at which every job is done when it is first looked for.</summary>
    public const double AtOnce = 1e9;

    public SimulatorHost Host { get; private set; } = null!;

    /// <param name="time">The test's clock; limits that a test sets pass by it too.</param>
    /// <param name="maxPixels">Of a clip's or picture's frame.</param>
    /// <param name="speed">Of its jobs by that clock; all are done at once unless told.</param>
    public async Task StartAsync(TimeProvider time, int maxPixels = 160 * 90, double speed = AtOnce) => Host = await SimulatorHost.StartAsync(
        new SimulatorOptions
        {
            ApiKey = Key, Speed = speed, LimitSpeed = 1, MaxPixels = maxPixels, Limits = global::VeniceStudio.Simulator.Limits.RateLimits.None,
            StartingBalance = 1000, ClipFolder = SharedFilms.Folder,
        },
        time, CancellationToken.None);

    public StudioOptions Point(StudioOptions options) => options with { VeniceKey = Key, VeniceBase = Host.BaseUrl };

    /// <summary>The test takes the steps: no loop runs by itself.</summary>
    public static void StopTheClockwork(WebApplicationBuilder builder, ManualTime clock)
    {
        foreach (var loop in builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).ToList()) builder.Services.Remove(loop);
        builder.Services.AddSingleton(new WorkOptions { Hands = 1 });
        builder.Services.AddSingleton(services => new VeniceLink(
            services.GetRequiredService<VeniceAddress>(), new ImpatientTime(clock), services.GetRequiredService<VeniceStanding>()));
    }
}
