using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// What a model said. A cut-off answer and an empty one come with status 200 like a good one: look at
/// <see cref="IsTruncated"/> and <see cref="IsEmpty"/> before reading JSON out of it.
/// </summary>
/// <param name="Text">The visible words, possibly none. Never null.</param>
/// <param name="FinishReason"><c>stop</c>, <c>length</c>, … or null.</param>
/// <param name="Usage">Tokens, if told.</param>
/// <param name="CostMicroDollars">What it cost, if told, rounded up.</param>
public sealed record ChatAnswer(string Text, string? FinishReason, ChatUsage? Usage, long? CostMicroDollars)
{
    /// <summary>The token limit cut it off.</summary>
    public bool IsTruncated => FinishReason == "length";

    /// <summary>A filter of Venice or of the model's maker ended it; what there is of it is no answer.</summary>
    public bool IsFiltered => FinishReason == "content_filter";

    /// <summary>No visible word, for instance because thinking ate the budget.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A piece of a streamed answer. Thinking is left out.</summary>
public sealed record ChatDelta(string? Text, string? FinishReason, ChatUsage? Usage, long? CostMicroDollars);

/// <summary>Tokens read and written; <see cref="ReasoningTokens"/> are part of the written.</summary>
public sealed record ChatUsage(int PromptTokens, int CompletionTokens, int TotalTokens, int? ReasoningTokens)
{
    internal static ChatUsage? Read(JsonElement answer)
    {
        if (answer.Get("usage") is not { ValueKind: JsonValueKind.Object } usage) return null;

        var prompt = usage.Count("prompt_tokens") ?? 0;
        var completion = usage.Count("completion_tokens") ?? 0;
        return new ChatUsage(prompt, completion, usage.Count("total_tokens") ?? prompt + completion,
            usage.Get("completion_tokens_details")?.Count("reasoning_tokens"));
    }

    /// <summary>Dollars and Diem are one price in two currencies of equal worth.</summary>
    internal static long? Cost(JsonElement answer)
    {
        if (answer.Get("cost") is not { } cost) return null;

        var dollars = Money.Price(cost.Number("usd"));
        return dollars is > 0 ? dollars : Money.Price(cost.Number("diem")) ?? dollars;
    }
}
