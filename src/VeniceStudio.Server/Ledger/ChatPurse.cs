using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Ledger;

/// <summary>
/// Money for words: the most that an answer can cost is reserved before it is asked for, and what it did cost is written after it.
/// </summary>
public sealed class ChatPurse(StudioDb db, OrderLedger ledger, VideoCatalog catalog)
{
    /// <summary>Letters of a token at the least; English has about four, other scripts fewer.</summary>
    private const double LettersPerToken = 2.5;

    /// <summary>Micro-dollars per million tokens where Venice tells no price: as its dearest models.</summary>
    private const long UnknownPrice = 20 * Money.Dollar;

    /// <summary>An answer's greatest cost, micro-dollars.</summary>
    public static long Most(TextSpec? text, long letters, int mostAnswerTokens) =>
        Cost(text, (long)Math.Ceiling(letters / LettersPerToken), mostAnswerTokens);

    /// <summary>Reserves an answer's greatest cost.</summary>
    public Task<(LedgerLine? Line, OverBudget? Over)> ReserveAsync(
        Guid account, string model, long letters, int mostAnswerTokens, CancellationToken ct) =>
        ReserveAsync(account, null, model, letters, mostAnswerTokens, ct);

    /// <summary>Reserves an answer's greatest cost, for a project where there is one.</summary>
    public async Task<(LedgerLine? Line, OverBudget? Over)> ReserveAsync(
        Guid account, Guid? project, string model, long letters, int mostAnswerTokens, CancellationToken ct)
    {
        var known = await catalog.TextModelAsync(model, ct);
        var most = Most(known?.Text, letters, mostAnswerTokens);
        await using var session = await db.BeginAsync(ct);
        var line = LedgerLine.For(account, OrderKind.Chat, model, known?.Name, null, most, session.Now, project);
        if (await ledger.ReserveAsync(session, [line]) is { } over) return (null, over);
        await session.CommitAsync();
        return (line, null);
    }

    /// <summary>Writes what it cost: what Venice says, else by its tokens, else all that was reserved. Returns micro-dollars.</summary>
    public async Task<long> SettleAsync(LedgerLine line, ChatUsage? usage, long? cost)
    {
        var paid = cost ?? await CostAsync(line, usage);
        await WriteAsync(line, now => line.Pay(paid, now));
        return paid;
    }

    /// <summary>What an answer cost that Venice names no price for: by its tokens, else all that was reserved. Micro-dollars.</summary>
    public async Task<long> CostAsync(LedgerLine line, ChatUsage? usage) => usage is null ? line.Quoted
        : Cost((await catalog.TextModelAsync(line.Model, CancellationToken.None))?.Text, usage.PromptTokens, usage.CompletionTokens);

    /// <summary>Nothing was bought.</summary>
    public Task ReleaseAsync(LedgerLine line) => WriteAsync(line, line.Release);

    /// <summary>
    /// Answers that were under way when a process died: an answer takes minutes at most, and a cent too much on the books is
    /// better than a cent too little.
    /// </summary>
    public static Task CloseForgottenAsync(DbSession session) => session.ExecuteAsync(
        "UPDATE ledger SET state = 2, paid = quoted, settled_at = @Now WHERE kind = 2 AND state = 1 AND reserved_at < @before",
        new { session.Now, before = session.Now - TimeSpan.FromMinutes(15) });

    private async Task WriteAsync(LedgerLine line, Action<DateTimeOffset> move)
    {
        await using var session = await db.BeginAsync(CancellationToken.None);
        move(session.Now);
        await ledger.WriteAsync(session, line);
        await session.CommitAsync();
    }

    private static long Cost(TextSpec? text, long read, long written) =>
        (long)Math.Ceiling((read * (decimal)(text?.InputMicroDollarsPerMillion ?? UnknownPrice)
            + written * (decimal)(text?.OutputMicroDollarsPerMillion ?? UnknownPrice)) / 1_000_000m);
}
