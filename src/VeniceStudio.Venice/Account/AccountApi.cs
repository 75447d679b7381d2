using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>Money and limits of the key.</summary>
public sealed class AccountApi
{
    private readonly Line line;

    internal AccountApi(Line line) => this.line = line;

    /// <summary>What the account has now. Differences before and after an order tell whether it was charged.</summary>
    public Task<VeniceBalance> BalanceAsync(CancellationToken ct) => line.AskAsync(line.Get(Routes.Balance), async (reply, token) =>
    {
        var body = await reply.BytesAsync(token);
        var answer = reply.Json(body);
        var balances = answer.Get("balances");
        if (balances is null && answer.Get("canConsume") is null) throw reply.Unreadable(body);

        var usd = Money.Balance(balances?.Number("usd", "USD"));
        var diem = Money.Balance(balances?.Number("diem", "DIEM"));
        return new VeniceBalance(answer.Flag("canConsume") ?? usd > 0 || diem > 0, answer.Text("consumptionCurrency"), usd, diem);
    }, ct);

    /// <summary>What the key may do.</summary>
    public Task<VeniceRateLimits> RateLimitsAsync(CancellationToken ct) =>
        line.AskAsync(line.Get(Routes.RateLimits), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            if (reply.Json(body).Get("data") is not { ValueKind: JsonValueKind.Object } data) throw reply.Unreadable(body);

            return new VeniceRateLimits(
                data.Flag("accessPermitted") ?? true, data.Get("apiTier")?.Text("id"), data.Instant("keyExpiration"),
                data.Instant("nextEpochBegins"), Money.Balance(data.Get("balances")?.Number("USD", "usd")),
                [.. data.Items("rateLimits").SelectMany(LimitsOf)]);
        }, ct);

    private static IEnumerable<VeniceRateLimit> LimitsOf(JsonElement model) =>
        from limit in model.Items("rateLimits")
        let amount = limit.Number("amount")
        where amount is >= 0 and < 1_000_000_000_000 && limit.Text("type") is not null
        select new VeniceRateLimit(model.Text("apiModelId"), (long)amount, limit.Text("type")!);
}
