using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>The faults that any route can have, before it has done anything.</summary>
internal static class RequestFaults
{
    public const string Html = "<!doctype html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>";

    /// <summary>True when one of the faults answered, or cut, the request.</summary>
    public static async Task<bool> AnswerAsync(Call call, ActiveFaults faults)
    {
        if (faults.All.Count == 0) return false;
        if (faults.Number("slow", 2) is { } late) await call.DelayAsync(late);
        if (faults.Has("balance-missing")) call.Http.Response.Headers.Remove("x-venice-balance-usd");
        if (faults.Has("abort")) return Cut(call);
        if (faults.Has("html")) return await PageAsync(call, 502);
        if (faults.Has("empty")) return await TextAsync(call, "");
        if (faults.Has("garbled")) return await TextAsync(call, "{\"model\":\"");
        if (Refused(call, faults) is not { } refusal) return false;
        await call.RefuseAsync(refusal);
        return true;
    }

    /// <summary>Ends the connection so that the caller sees no answer at all.</summary>
    public static bool Cut(Call call)
    {
        call.Http.Abort();
        return true;
    }

    public static async Task<bool> PageAsync(Call call, int status)
    {
        call.Http.Response.StatusCode = status;
        call.Http.Response.ContentType = "text/html; charset=utf-8";
        await call.Http.Response.WriteAsync(Html, call.Aborted);
        return true;
    }

    public static async Task<bool> TextAsync(Call call, string text)
    {
        call.Http.Response.ContentType = "application/json";
        await call.Http.Response.WriteAsync(text, call.Aborted);
        return true;
    }

    private static Refusal? Refused(Call call, ActiveFaults faults)
    {
        var now = call.World.Clock.Now;
        if (faults.Number("429", 60) is { } wait) return Refusals.RateLimited(now + TimeSpan.FromSeconds(wait), now);
        foreach (var fault in faults.All)
        {
            Refusal? refusal = fault.Name switch
            {
                "429-bare" => Refusals.RateLimited(null, now),
                "abuse" => Refusals.Abuse,
                "401" => Refusals.WrongKey,
                "402-no-key" => Refusals.NoKey(call.Http.Request.Path),
                "402-balance" => Refusals.NoBalance,
                "402-spend-limit" => Refusals.SpendLimit,
                "402-wallet" => Refusals.Wallet,
                "403-region" => Refusals.Region,
                "404-model" => Refusals.NoModel,
                "410" => Refusals.Retired,
                "413" => Refusals.TooLarge,
                "415" => Refusals.WrongMediaType,
                "500" => Refusals.Failed,
                "503" => Refusals.AtCapacity,
                "504" => Refusals.TimedOut,
                _ => null,
            };
            if (refusal is not null) return refusal;
        }
        return null;
    }
}
