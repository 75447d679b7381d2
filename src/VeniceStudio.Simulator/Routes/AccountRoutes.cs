using System.Text.Json.Nodes;

namespace VeniceStudio.Simulator.Routes;

/// <summary>GET /billing/balance and GET /api_keys/rate_limits.</summary>
internal static class AccountRoutes
{
    public static Task BalanceAsync(Call call)
    {
        var hidden = call.Faults.Has("balance-missing");
        var balance = call.World.Balance;
        return call.AnswerAsync(new JsonObject
        {
            ["canConsume"] = balance > 0, ["consumptionCurrency"] = hidden ? null : "USD",
            ["balances"] = new JsonObject { ["diem"] = null, ["usd"] = hidden ? null : balance }, ["diemEpochAllocation"] = 0,
        });
    }

    public static Task LimitsAsync(Call call)
    {
        var limits = call.World.Limits;
        var now = call.World.Clock.Now.UtcDateTime;
        return call.AnswerAsync(new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["accessPermitted"] = true, ["apiTier"] = new JsonObject { ["id"] = "paid", ["isCharged"] = true },
                ["balances"] = call.Faults.Has("balance-missing") ? new JsonObject() : new JsonObject { ["USD"] = call.World.Balance },
                ["keyExpiration"] = null,
                ["nextEpochBegins"] = now.Date.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                    System.Globalization.CultureInfo.InvariantCulture),
                ["rateLimits"] = new JsonArray([.. new[] { Limit("video-queue", limits.Queue), Limit("video-retrieve", limits.Retrieve),
                    Limit("image-generate", limits.Image), Limit("audio", limits.Audio) }.OfType<JsonNode>()]),
            },
        });
    }

    private static JsonObject? Limit(string id, int? amount) => amount is null ? null : new JsonObject
    {
        ["apiModelId"] = id, ["rateLimits"] = new JsonArray(new JsonObject { ["amount"] = amount, ["type"] = "RPM" }),
    };
}
