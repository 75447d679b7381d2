using Microsoft.AspNetCore.Builder;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Simulator;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Stills;

/// <summary>A Venice whose pictures are just large enough to be changed again.</summary>
internal static class LargerPictures
{
    public const int Pixels = 110_000;
}

public sealed class SqliteWithPictures : SqliteStudio, IStudioWithVenice
{
    private readonly VeniceBeside _beside = new();

    public StudioApp Studio => this;

    public SimulatorWorld Venice => _beside.Host.World;

    protected override StudioOptions Options => _beside.Point(base.Options);

    protected override void Adjust(WebApplicationBuilder builder) => VeniceBeside.StopTheClockwork(builder, Clock);

    public override async ValueTask InitializeAsync()
    {
        await _beside.StartAsync(Clock, LargerPictures.Pixels);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _beside.Host.DisposeAsync();
    }
}

public sealed class PostgresWithPictures : PostgresStudio, IStudioWithVenice
{
    private readonly VeniceBeside _beside = new();

    public StudioApp Studio => this;

    public SimulatorWorld Venice => _beside.Host.World;

    protected override StudioOptions Options => _beside.Point(base.Options);

    protected override void Adjust(WebApplicationBuilder builder) => VeniceBeside.StopTheClockwork(builder, Clock);

    public override async ValueTask InitializeAsync()
    {
        await _beside.StartAsync(Clock, LargerPictures.Pixels);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _beside.Host.DisposeAsync();
    }
}
