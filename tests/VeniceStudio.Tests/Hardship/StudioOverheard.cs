using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Simulator;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Library;

namespace VeniceStudio.Tests.Hardship;

/// <summary>A studio with a planted key, its media in an S3 store with a planted secret, whose log is kept as the program writes it, before anything is struck out.</summary>
public sealed class StudioOverheard : SqliteStudio
{
    private readonly VeniceBeside _beside = new();

    public HeardLog Log { get; } = new();

    public S3Server S3 { get; } = new();

    public SimulatorWorld Venice => _beside.Host.World;

    protected override StudioOptions Options => _beside.Point(base.Options) with { S3 = S3.Options };

    protected override void Adjust(WebApplicationBuilder builder)
    {
        VeniceBeside.StopTheClockwork(builder, Clock);
        builder.Logging.AddProvider(Log);
    }

    public override async ValueTask InitializeAsync()
    {
        await S3.StartAsync();
        await _beside.StartAsync(Clock);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _beside.Host.DisposeAsync();
        await S3.DisposeAsync();
    }
}
