using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Making;

/// <summary>
/// A studio in this process, for as long as one film takes: on a free port that only this computer reaches, with the data of the studio that
/// pages show. Another studio on the same data may run beside it; work is claimed row by row.
/// </summary>
internal sealed class OwnStudio : IAsyncDisposable
{
    /// <summary>One caller looks several times a second, which the limits for pages were not made for.</summary>
    private const double Pace = 20;

    private readonly WebApplication _app;

    private OwnStudio(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/') + "/");

    /// <exception cref="StoppedException">It cannot start; the message says why.</exception>
    public static async Task<OwnStudio> StartAsync(StudioOptions settings, TimeProvider time, CancellationToken ct)
    {
        var options = settings with
        {
            Port = 0, Host = "127.0.0.1", RequireSignIn = false, TrustProxy = false, RateFactor = Math.Max(settings.RateFactor, Pace), LogToErrors = true,
        };
        var app = Studio.Build(options, time, builder => builder.Services.AddSingleton<IHostLifetime, NoSignals>());
        try
        {
            await Studio.StartAsync(app, ct);
            return new OwnStudio(app);
        }
        catch (Exception e) when (StartFailure.SentenceFor(e, options) is { } sentence)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            throw new StoppedException(Outcome.Failed, sentence);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Ctrl-C ends the way first, and the way ends the studio: the other way round its last calls would fail for no reason.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
