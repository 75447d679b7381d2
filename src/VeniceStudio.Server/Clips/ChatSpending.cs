using System.Text.Json;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Passthrough;

namespace VeniceStudio.Server.Clips;

/// <summary>Money for chats that scripts send through: read just enough of the request to know the most that it can cost.</summary>
public sealed class ChatSpending(ChatPurse purse) : IChatSpending
{
    /// <summary>Tokens of an answer whose request sets no limit.</summary>
    private const int UsualAnswerTokens = 4096;
    private const int MostAnswerTokens = 200_000;

    public async Task<ChatReserving> ReserveAsync(Member member, JsonElement body, CancellationToken ct)
    {
        var model = body.TryGetProperty("model", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "default";
        var answers = Number(body, "n") ?? 1;
        var tokens = Number(body, "max_completion_tokens") ?? Number(body, "max_tokens") ?? UsualAnswerTokens;
        var most = (int)Math.Min((long)Math.Clamp(tokens, 1, MostAnswerTokens) * Math.Clamp(answers, 1, 16), int.MaxValue);
        var (line, over) = await purse.ReserveAsync(member.Id, model, body.GetRawText().Length, most, ct);
        return over is not null ? new ChatReserving(null, over.Sentence) : new ChatReserving(new Reservation(purse, line!), null);
    }

    private static int? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) && number > 0 ? number : null;

    private sealed class Reservation(ChatPurse purse, LedgerLine line) : IChatReservation
    {
        /// <summary>Refused before any word: nothing was bought. Otherwise what Venice said, or all that was set aside.</summary>
        public Task SettleAsync(ChatEnd end) => !end.Sent || end.Status is >= 400 and < 500
            ? purse.ReleaseAsync(line)
            : purse.SettleAsync(line,
                end.Usage is { } usage ? new Venice.ChatUsage((int)usage.PromptTokens, (int)usage.CompletionTokens, (int)(usage.PromptTokens + usage.CompletionTokens), null) : null,
                end.Usage?.CostMicroDollars);
    }
}
