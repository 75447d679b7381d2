using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Simulator;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Hardship;

/// <summary>A studio with a planted key, whose log is kept as the program writes it, before anything is struck out.</summary>
public sealed class StudioOverheard : SqliteStudio
{
    private readonly VeniceBeside _beside = new();

    public HeardLog Log { get; } = new();

    public SimulatorWorld Venice => _beside.Host.World;

    protected override StudioOptions Options => _beside.Point(base.Options);

    protected override void Adjust(WebApplicationBuilder builder)
    {
        VeniceBeside.StopTheClockwork(builder, Clock);
        builder.Logging.AddProvider(Log);
    }

    public override async ValueTask InitializeAsync()
    {
        await _beside.StartAsync(Clock);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _beside.Host.DisposeAsync();
    }
}
