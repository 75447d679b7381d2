using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VeniceStudio.Simulator.Admin;
using VeniceStudio.Simulator.Routes;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator;

/// <summary>A running simulator. Reached over HTTP like the real service; nothing it does leaves the computer.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private bool stopped;

    private SimulatorHost(WebApplication app, SimulatorWorld world, Uri baseUrl)
    {
        this.app = app;
        World = world;
        BaseUrl = baseUrl;
    }

    /// <summary>The address that a client takes as Venice's: scheme, host, port and <c>/api/v1</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>What the simulator remembers.</summary>
    public SimulatorWorld World { get; }

    /// <summary>Starts listening; the port is bound when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not above zero.</exception>
    /// <exception cref="FormatException">The host is neither an IP address nor localhost.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, TimeProvider time, CancellationToken ct)
    {
        if (options.Speed <= 0) throw new ArgumentOutOfRangeException(nameof(options), "The simulator's speed must be above zero.");
        var world = new SimulatorWorld(options, time);
        var app = Build(options, world);
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            await app.DisposeAsync();
            world.Dispose();
            throw;
        }
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new SimulatorHost(app, world, new Uri(new Uri(address), RouteTable.Root));
    }

    /// <summary>Runs until told to stop; prints where it is and how its faults are switched. Returns the exit code.</summary>
    public static async Task<int> RunAsync(SimulatorOptions options, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => { signal.Cancel = true; stop.Cancel(); });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => { signal.Cancel = true; stop.Cancel(); });
        try
        {
            await using var host = await StartAsync(options, TimeProvider.System, stop.Token);
            Greet(host);
            await host.WaitForShutdownAsync(stop.Token);
            return 0;
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync($"The simulator could not start: {taken.Message} Choose another port with --port.");
            return 1;
        }
    }

    /// <summary>Waits until the token is cancelled or the host stops.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => app.WaitForShutdownAsync(ct);

    /// <summary>Stops listening and, without a state folder, forgets everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref stopped, true)) return;
        // No grace: whoever stops a simulator wants the port back, and a client must bear a cut anyway.
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        World.Dispose();
    }

    private static WebApplication Build(SimulatorOptions options, SimulatorWorld world)
    {
        // Empty on purpose: no settings, logs or signals of the process that the simulator lives in may reach it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(options.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(options.Host), options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var app = builder.Build();
        app.UseRouting();
        app.MapSwaggerPages();
        app.MapAdmin(world);
        var gate = new Gate(world);
        foreach (var route in RouteTable.All) app.MapMethods(route.Path, [route.Method], gate.To(route));
        app.MapFallback(http =>
        {
            http.Response.StatusCode = 404;
            return WriteAsync(http, Refusal.Plain(404, $"There is no route {http.Request.Method} {http.Request.Path}").Body);
        });
        app.UseEndpoints(_ => { });
        return app;
    }

    private static Task WriteAsync(HttpContext http, System.Text.Json.Nodes.JsonObject body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    private static void Greet(SimulatorHost host)
    {
        var root = host.BaseUrl.GetLeftPart(UriPartial.Authority);
        Console.WriteLine($"""
            Venice, simulated: {host.BaseUrl}
            Key:               {(host.World.Options.AcceptAnyKey ? "any" : host.World.Options.ApiKey)}
            Try it out:        {root}/swagger
            Faults:            put [sim:fail-after=2] or another switch into a prompt; {root}/admin/faults lists them all
            State:             {root}/admin/state
            Stop with Ctrl+C.
            """);
    }

    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
