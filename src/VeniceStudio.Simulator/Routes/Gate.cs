using System.Globalization;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Limits;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>What every request of the imitated service passes first: count, downtime, faults, key, abuse guard, limits.</summary>
internal sealed class Gate(SimulatorWorld world)
{
    private static long requests;

    public RequestDelegate To(Route route) => async http =>
    {
        var call = new Call(http, world, route);
        world.Count(route.Name);
        try
        {
            if (!await StopsAsync(call)) await route.Handle(call);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller left; nobody waits for an answer.
        }
        // Only answers that Venice counts: what a wrong key or a broken order gets, not the limit's own 429.
        if (http.Response.StatusCode is >= 400 and not 429 && !route.Open) world.Guard.Failed();
    };

    private async Task<bool> StopsAsync(Call call)
    {
        if (world.Faults.Down is Downtime.Unreachable) return RequestFaults.Cut(call);
        Mark(call.Http.Response.Headers);
        if (world.Faults.Down is Downtime.Unavailable) return await RefuseAsync(call, Refusals.AtCapacity);

        call.Faults = world.Faults.For(call.Route.Name);
        if (await RequestFaults.AnswerAsync(call, call.Faults)) return true;
        if (!call.Route.Open && KeyRefusal(call) is { } noKey) return await RefuseAsync(call, noKey);
        if (!call.Route.Open && world.Limits.AbuseGuard && world.Guard.Blocks()) return await RefuseAsync(call, Refusals.Abuse);

        if (world.Windows.Count(RateLimits.WindowOf(call.Route.Name), world.Limits.Of(call.Route.Name)) is not { } standing) return false;
        Mark(call.Http.Response.Headers, standing);
        return !standing.Passed && await RefuseAsync(call, Refusals.RateLimited(standing.Reset, world.Clock.Now));
    }

    private static async Task<bool> RefuseAsync(Call call, Refusal refusal)
    {
        await call.RefuseAsync(refusal);
        return true;
    }

    private Refusal? KeyRefusal(Call call)
    {
        var header = call.Http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || header[7..].Trim() is not { Length: > 0 } key)
        {
            return Refusals.NoKey($"{call.Http.Request.Scheme}://{call.Http.Request.Host}{call.Http.Request.Path}");
        }
        return world.Options.AcceptAnyKey || key == world.Options.ApiKey ? null : Refusals.WrongKey;
    }

    private void Mark(IHeaderDictionary headers)
    {
        headers["CF-RAY"] = $"{Interlocked.Increment(ref requests):x16}-SIM";
        headers["x-venice-version"] = "simulator";
        headers["x-venice-timestamp"] = world.Clock.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        headers["x-venice-balance-usd"] = world.Balance.ToString(CultureInfo.InvariantCulture);
    }

    private static void Mark(IHeaderDictionary headers, RateStanding standing)
    {
        headers["x-ratelimit-limit-requests"] = standing.Limit.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-remaining-requests"] = standing.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-reset-requests"] = ((long)Math.Ceiling(standing.Reset.ToUnixTimeMilliseconds() / 1000.0))
            .ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-type"] = "api_key";
    }
}
