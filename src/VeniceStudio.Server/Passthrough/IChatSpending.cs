using System.Text.Json;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Passthrough;

/// <summary>Money for a chat that is passed on: an estimate is set aside before, what it really cost is written after.</summary>
public interface IChatSpending
{
    /// <summary>Sets the estimate for this request body aside, or says why the budget does not allow it.</summary>
    Task<ChatReserving> ReserveAsync(Member member, JsonElement body, CancellationToken ct);
}

/// <summary>Either a reservation or a refusal: a sentence that names the amount and the next step.</summary>
public sealed record ChatReserving(IChatReservation? Reservation, string? Refusal);

public interface IChatReservation
{
    /// <summary>Called exactly once, whatever became of the chat. It must not be given up half-way.</summary>
    Task SettleAsync(ChatEnd ended);
}

/// <summary>How a passed-on chat ended.</summary>
/// <param name="Status">Venice's status; null when no answer came.</param>
/// <param name="Sent">False when no connection came about, so that nothing can have been charged.</param>
/// <param name="Whole">Whether the answer reached its end. Otherwise its cost may be missing, though it was charged.</param>
/// <param name="Usage">What Venice said it took; null when it did not say.</param>
public sealed record ChatEnd(int? Status, bool Sent, bool Whole, ChatUsage? Usage);

/// <summary>Tokens, and micro-dollars (rounded up) where Venice names the cost.</summary>
public sealed record ChatUsage(long PromptTokens, long CompletionTokens, long? CostMicroDollars);
