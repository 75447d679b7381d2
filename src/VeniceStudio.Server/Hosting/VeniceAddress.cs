using System.Net;
using System.Net.Sockets;
using VeniceStudio.Simulator;

namespace VeniceStudio.Server.Hosting;

/// <summary>Where Venice is, and the key to call it with. The key goes into requests to that address and nowhere else.</summary>
public sealed record VeniceTarget(Uri Base, string Key)
{
    /// <summary>The address of a route such as <c>video/quote</c>, whatever path and ending the base has.</summary>
    public Uri Of(string route) => new($"{Base.AbsoluteUri.TrimEnd('/')}/{route}");

    public override string ToString() => Base.GetLeftPart(UriPartial.Path);
}

/// <summary>
/// Knows Venice's address: the configured one when there is a key, otherwise a simulator that is started in this process on its
/// first use and talked to over HTTP like the real thing.
/// </summary>
public sealed class VeniceAddress(StudioOptions options, TimeProvider time, IHostApplicationLifetime lifetime) : IAsyncDisposable
{
    private const string RehearsalKey = "rehearsal";
    private readonly SemaphoreSlim _starting = new(1, 1);
    private SimulatorHost? _simulator;
    private VeniceTarget? _target;

    public async ValueTask<VeniceTarget> GetAsync(CancellationToken ct)
    {
        if (_target is { } known) return known;
        await _starting.WaitAsync(ct);
        try
        {
            return _target ??= options.VeniceKey is { } key ? new VeniceTarget(options.VeniceBase, key) : await RehearseAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>
    /// Leads to the simulator whatever a rehearsal asks this computer for: it has another port after each start, and the links that it
    /// gave out before have to stay good. Null when Venice is real.
    /// </summary>
    public Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? Connecting => options.Rehearsal ? ConnectAsync : null;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext asked, CancellationToken ct)
    {
        EndPoint place = asked.DnsEndPoint;
        if (IPAddress.TryParse(asked.DnsEndPoint.Host, out var here) && IPAddress.IsLoopback(here)) place = new IPEndPoint(here, (await GetAsync(ct)).Base.Port);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<VeniceTarget> RehearseAsync()
    {
        var simulator = new SimulatorOptions
        {
            ApiKey = RehearsalKey,
            Speed = options.RehearsalSpeed,
            Refills = true,
            StateFolder = Path.Combine(options.DataFolder, "rehearsal"),
        };
        _simulator = await SimulatorHost.StartAsync(simulator, time, lifetime.ApplicationStopping);
        return new VeniceTarget(_simulator.BaseUrl, RehearsalKey);
    }

    public async ValueTask DisposeAsync()
    {
        if (_simulator is not null) await _simulator.DisposeAsync();
        _starting.Dispose();
    }
}
