using VeniceStudio.Server.Ledger;

namespace VeniceStudio.Server.Making;

/// <summary>Nothing is bought before its price was shown and agreed to.</summary>
/// <param name="yes">The caller agreed to every price beforehand.</param>
/// <param name="terminal">Where the question is put.</param>
/// <param name="display">Shows the prices.</param>
internal sealed class Agreement(bool yes, Terminal terminal, IDisplay display)
{
    private readonly Dictionary<string, long> _agreed = new(StringComparer.Ordinal);

    /// <summary>Shows a price and asks, unless it lies within what was agreed to for the same thing.</summary>
    /// <param name="what">Begins a sentence: "6 stills".</param>
    /// <param name="thing">What an agreement counts for.</param>
    /// <param name="price">Micro-dollars, at most.</param>
    /// <param name="ct">Ends the waiting for an answer.</param>
    /// <exception cref="StoppedException">It was not agreed to.</exception>
    public async Task AskAsync(string what, string thing, long price, CancellationToken ct)
    {
        if (price <= _agreed.GetValueOrDefault(thing)) return;
        display.Say($"{what} for {Money.Dollars(price)}.");
        if (!yes && !await AgreedAsync(what, price, ct))
            throw new StoppedException(Outcome.NotAgreed, "Nothing of that was bought. What there is stays; the same command goes on from here.");
        _agreed[thing] = price;
    }

    /// <summary>An agreed sum is spent: the next purchase of the same thing is asked for anew.</summary>
    public void Spend(string thing) => _agreed.Remove(thing);

    private async Task<bool> AgreedAsync(string what, long price, CancellationToken ct)
    {
        if (terminal.Input is not { } input)
            throw new StoppedException(Outcome.NotAgreed, $"{what} would cost {Money.Dollars(price)}, and nobody is here to agree to it. Call again with --yes to agree beforehand.");
        display.Clear();
        await terminal.Errors.WriteAsync($"Buy {what} for {Money.Dollars(price)}? [y/N] ");
        await terminal.Errors.FlushAsync(ct);
        // A console cannot be read in a way that can be cancelled: the thread is left behind with its line.
        var answer = await Task.Run(input.ReadLine, ct).WaitAsync(ct);
        return answer?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}
