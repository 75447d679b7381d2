using System.Text;

namespace VeniceStudio.Venice;

/// <summary>A text to be read aloud at once. What is null is not sent.</summary>
public sealed record SpeechOrder
{
    /// <summary>1 to 4096 characters; Venice refuses more instead of cutting.</summary>
    public required string Input { get; init; }

    public required string Model { get; init; }

    /// <summary>One of the model's <see cref="SpeechSpec.Voices"/>, or a <c>vv_…</c> handle made for this model; case matters.</summary>
    public string? Voice { get; init; }

    /// <summary>One of <see cref="SpeechSpec.SupportedFormats"/>. Raw <c>pcm</c> has no header, and its rate depends on the model.</summary>
    public string? ResponseFormat { get; init; }

    /// <summary>Pace, 0.25 to 4; 1 is usual.</summary>
    public double? Speed { get; init; }

    /// <summary>Sent sentence by sentence.</summary>
    public bool? Streaming { get; init; }

    /// <summary>In the model's own form.</summary>
    public string? Language { get; init; }

    /// <summary>Manner of reading, at most 500 characters; most models pass over it.</summary>
    public string? Prompt { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Model = {Model}, Voice = {Voice}, ResponseFormat = {ResponseFormat}, Input of {Input.Length} characters");
        return true;
    }
}
