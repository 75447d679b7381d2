using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Hosting;

/// <summary>The studio as a program: starts, says where it is and what it does, and runs until it is told to stop.</summary>
internal static class Serving
{
    private const int CannotStart = 69;

    public static async Task<int> RunAsync(StudioOptions options)
    {
        // The database is opened while the application is put together: both are mostly code that runs for the first time, and there are two processors.
        var prepared = Task.Run(() => PrepareAsync(options));
        await using var app = Studio.Build(options, TimeProvider.System);
        try
        {
            await prepared;
            // What the first probe asks is asked while the doors open: most of its time is code that runs for the first time.
            var rehearsed = Task.Run(() => app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync());
            await app.StartAsync();
            await rehearsed;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it was open: there is nothing to finish and nothing to complain about.
            return 0;
        }
        catch (Exception e) when (StartFailure.SentenceFor(e, options) is { } sentence)
        {
            // What has started already is told to stop, or it would complain about being cut off.
            await app.StopAsync();
            await Console.Error.WriteLineAsync(sentence);
            return CannotStart;
        }
        await GreetAsync(app, options);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task PrepareAsync(StudioOptions options)
    {
        await using var db = new StudioDb(options.Database, TimeProvider.System);
        await Studio.PrepareAsync(options, db, CancellationToken.None);
    }

    private static async Task GreetAsync(WebApplication app, StudioOptions options)
    {
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        var reach = options.Host is "localhost" or "127.0.0.1" or "::1" or "[::1]" ? "" : $", and under this machine's own name on port {port}";
        Console.WriteLine($"The studio is open at http://localhost:{port}{reach}.");
        Console.WriteLine(options.Rehearsal
            ? "Rehearsal: clips come from the built-in simulator and cost nothing. Set VENICE_API_KEY to work with Venice."
            : $"Live: clips come from {options.VeniceBase.Host} and are paid with your key.");
        if (await LacksOwnerAsync(app, options)) Console.WriteLine("It has no owner yet: open it in a browser and enter the set-up code from the line above.");
    }

    private static async Task<bool> LacksOwnerAsync(WebApplication app, StudioOptions options)
    {
        if (options.LoopbackOnly) return false;
        await using var session = await app.Services.GetRequiredService<StudioDb>().ReadAsync(CancellationToken.None);
        return !await session.IsSetUpAsync();
    }
}
