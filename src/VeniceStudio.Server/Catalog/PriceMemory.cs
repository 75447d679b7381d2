using System.Collections.Concurrent;

namespace VeniceStudio.Server.Catalog;

/// <summary>Prices that Venice quoted a moment ago, micro-dollars: good enough for a form, never for a purchase.</summary>
internal sealed class PriceMemory<TQuote>(TimeProvider time, Func<TQuote, CancellationToken, Task<long>> ask) where TQuote : notnull
{
    private const int MostKept = 2000;
    private static readonly TimeSpan FormAge = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<TQuote, Price> _prices = new();

    /// <summary>Venice's price now.</summary>
    public async Task<long> FreshAsync(TQuote quote, CancellationToken ct)
    {
        var price = await ask(quote, ct);
        if (_prices.Count > MostKept) _prices.Clear();
        _prices[quote] = new Price(price, time.GetUtcNow());
        return price;
    }

    /// <summary>Venice's price at most half a minute ago.</summary>
    public Task<long> RecentAsync(TQuote quote, CancellationToken ct) => WithinAsync(quote, FormAge, ct);

    /// <summary>Venice's price at most so old.</summary>
    public async Task<long> WithinAsync(TQuote quote, TimeSpan age, CancellationToken ct) =>
        _prices.TryGetValue(quote, out var known) && time.GetUtcNow() - known.At < age ? known.MicroDollars : await FreshAsync(quote, ct);

    private sealed record Price(long MicroDollars, DateTimeOffset At);
}
