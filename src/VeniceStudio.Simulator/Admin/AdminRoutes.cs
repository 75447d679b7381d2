using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Limits;

namespace VeniceStudio.Simulator.Admin;

/// <summary>The same as <see cref="SimulatorWorld"/> over HTTP, for programs that run the simulator as a process of its own.</summary>
internal static class AdminRoutes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private sealed record NewBalance(decimal Balance);

    private sealed record NewDowntime(Downtime Mode);

    public static void MapAdmin(this IEndpointRouteBuilder routes, SimulatorWorld world)
    {
        routes.MapGet("/admin/state", Local(http => AnswerAsync(http, State(world))));
        routes.MapGet("/admin/songs/{id}", Local(http => TellAsync(http, world)));
        routes.MapGet("/admin/faults",
            Local(http => AnswerAsync(http, new { kinds = FaultKinds.All, rules = world.Faults.Rules, down = world.Faults.Down })));
        routes.MapPost("/admin/faults", Local(http => TakeAsync<FaultRule>(http, world, rule => world.Faults.Add(rule))));
        routes.MapDelete("/admin/faults", Local(http => { world.Faults.Clear(); return AnswerAsync(http, State(world)); }));
        routes.MapPost("/admin/down", Local(http => TakeAsync<NewDowntime>(http, world, down => world.Faults.Down = down.Mode)));
        routes.MapPost("/admin/balance", Local(http => TakeAsync<NewBalance>(http, world, money => world.Balance = money.Balance)));
        routes.MapPost("/admin/limits", Local(http => TakeAsync<RateLimits>(http, world, limits => world.Limits = limits)));
        routes.MapPost("/admin/reset", Local(http => { world.Reset(); return AnswerAsync(http, State(world)); }));
    }

    private static object State(SimulatorWorld world) => new
    {
        purchases = world.Purchases, balance = world.Balance, calls = world.Calls, limits = world.Limits, down = world.Faults.Down,
            jobs = world.Jobs,
    };

    private static Task TellAsync(HttpContext http, SimulatorWorld world)
    {
        if (world.SongOf(http.Request.RouteValues["id"] as string ?? "") is { } truth) return AnswerAsync(http, truth);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return AnswerAsync(http, new { error = "No order for sound has this queue_id; /admin/state lists the jobs." });
    }

    // A simulator may listen on every address of a machine; its switches stay with whoever sits at it.
    private static RequestDelegate Local(Func<HttpContext, Task> handle) => http =>
    {
        var local = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        // A page of some other site, open in a browser here, must not steer the simulator either.
        var foreign = http.Request.Headers.Origin.FirstOrDefault() is { } origin
            && origin != $"{http.Request.Scheme}://{http.Request.Host}";
        if (local && !foreign) return handle(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return AnswerAsync(http, new { error = "Admin routes answer only to this computer." });
    };

    private static async Task TakeAsync<T>(HttpContext http, SimulatorWorld world, Action<T> use)
    {
        try
        {
            use(await http.Request.ReadFromJsonAsync<T>(Json, http.RequestAborted) ?? throw new JsonException("The body is empty."));
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await AnswerAsync(http, new { error = wrong.Message });
            return;
        }
        await AnswerAsync(http, State(world));
    }

    private static Task AnswerAsync(HttpContext http, object body) =>
        http.Response.WriteAsJsonAsync(body, body.GetType(), Json, http.RequestAborted);
}
