using VeniceStudio.Venice;

namespace VeniceStudio.Server.Hosting;

/// <summary>The one typed client of Venice that the studio uses, made when first needed.</summary>
public sealed class VeniceLink(VeniceAddress address, TimeProvider time, VeniceStanding standing) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // No proxy knows the simulator.
        UseProxy = address.Connecting is null,
        ConnectCallback = address.Connecting,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 64,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private VeniceClient? _client;

    public async ValueTask<VeniceClient> ClientAsync(CancellationToken ct)
    {
        if (_client is { } known) return known;
        var target = await address.GetAsync(ct);
        var made = new VeniceClient(_http, new VeniceOptions { BaseUrl = target.Base, ApiKey = target.Key }, time, standing);
        return Interlocked.CompareExchange(ref _client, made, null) ?? made;
    }

    public void Dispose() => _http.Dispose();
}
