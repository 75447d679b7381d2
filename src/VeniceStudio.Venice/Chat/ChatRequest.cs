using System.Text;
using System.Text.Json;

namespace VeniceStudio.Venice;

/// <summary>Something to ask a language model.</summary>
public sealed record ChatRequest
{
    /// <summary>A model's id, or the name of a trait.</summary>
    public required string Model { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Tokens at most, hidden thinking included.</summary>
    public int? MaxCompletionTokens { get; init; }

    /// <summary>0 to 2; 0 for answers that a program reads.</summary>
    public double? Temperature { get; init; }

    /// <summary>The form of the answer, such as a strict JSON schema, as Venice documents it.</summary>
    public JsonElement? ResponseFormat { get; init; }

    public VeniceParameters VeniceParameters { get; init; } = new();

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Model = {Model}, Messages = {Messages.Count}");
        return true;
    }
}

/// <summary>One turn of a conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The words.</param>
public sealed record ChatMessage(string Role, string Content);

/// <summary>Venice's own switches. The defaults suit a program: no foreign system prompt, no budget eaten by thinking.</summary>
public sealed record VeniceParameters
{
    public bool IncludeVeniceSystemPrompt { get; init; }

    public bool DisableThinking { get; init; } = true;

    /// <summary>Models that think all the same leave their thoughts out of the answer.</summary>
    public bool StripThinkingResponse { get; init; } = true;
}

/// <summary>What goes out.</summary>
internal sealed record ChatBody(
    string Model, IReadOnlyList<ChatMessage> Messages, int? MaxCompletionTokens, double? Temperature, JsonElement? ResponseFormat,
    VeniceParameters VeniceParameters, bool? Stream, ChatStreamOptions? StreamOptions);

/// <summary>How a stream ends: with what it cost.</summary>
internal sealed record ChatStreamOptions(bool IncludeUsage);
