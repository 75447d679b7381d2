using VeniceStudio.Venice;

namespace VeniceStudio.Server.Catalog;

/// <summary>
/// What Venice lists, asked for at most every ten minutes however many browsers look. When Venice does not answer, the last list goes
/// on being used.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="ask">Asks Venice; it is given what is known so far.</param>
internal sealed class KeptListing<T>(TimeProvider time, Func<T?, CancellationToken, Task<T>> ask) where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile Kept? _kept;

    /// <exception cref="VeniceException">Venice does not answer and no list is known yet.</exception>
    public async Task<T> GetAsync(CancellationToken ct)
    {
        if (_kept is { } known && time.GetUtcNow() < known.GoodUntil) return known.List;
        await _asking.WaitAsync(ct);
        try
        {
            if (_kept is { } meanwhile && time.GetUtcNow() < meanwhile.GoodUntil) return meanwhile.List;
            var list = await ask(_kept?.List, ct);
            _kept = new Kept(list, time.GetUtcNow() + Fresh);
            return list;
        }
        catch (VeniceException) when (_kept is not null)
        {
            _kept = _kept with { GoodUntil = time.GetUtcNow() + AskAgain };
            return _kept.List;
        }
        finally
        {
            _asking.Release();
        }
    }

    private sealed record Kept(T List, DateTimeOffset GoodUntil);
}
