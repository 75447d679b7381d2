using System.Text;

namespace VeniceStudio.Venice;

/// <summary>A sound whose words are to be written down.</summary>
public sealed record TranscriptionOrder
{
    /// <summary>The file, at most 25 MB: WAV, FLAC, M4A, AAC, MP4, MP3, Ogg or WebM.</summary>
    public required ReadOnlyMemory<byte> Sound { get; init; }

    /// <summary>Its name; only the ending matters to Venice.</summary>
    public required string FileName { get; init; }

    /// <summary>Null takes Venice's default, which gives no times although it is asked for them and says nothing about it.</summary>
    public string? Model { get; init; }

    /// <summary>Ask for times; which kind comes depends on the model, see <see cref="Transcript"/>.</summary>
    public bool Timestamps { get; init; } = true;

    /// <summary>Two letters, ISO 639-1; some models use it.</summary>
    public string? Language { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Model = {Model}, Timestamps = {Timestamps}, Language = {Language}, Sound of {Sound.Length} bytes");
        return true;
    }
}
