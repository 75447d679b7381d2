using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace VeniceStudio.Simulator.Sound;

/// <summary>What kind of sound an order is for.</summary>
public enum SoundKind
{
    /// <summary>Music with a beat, a form, perhaps words.</summary>
    Song,

    /// <summary>A noise without a beat.</summary>
    Effect,

    /// <summary>A text read aloud.</summary>
    Speech,
}

/// <summary>Everything that determines a simulated sound: the same recipe always gives the same samples.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Prompt">A song's or noise's description, switches removed; the text of a speech.</param>
/// <param name="Model">The model's id; it shifts every choice that the prompt leaves open.</param>
/// <param name="Format">mp3, wav, flac, opus, aac or pcm.</param>
public sealed record SoundRecipe(SoundKind Kind, string Prompt, string Model, string Format)
{
    // Raised when the sound changes, so that no old file of a kept state folder passes for a new one.
    private const int Edition = 1;

    /// <summary>Exact length; ignored for speech, whose text decides.</summary>
    public double Seconds { get; init; }

    /// <summary>What is sung; null or empty for no voice.</summary>
    public string? Lyrics { get; init; }

    /// <summary>The end runs on into the beginning.</summary>
    public bool Loop { get; init; }

    /// <summary>Who speaks or sings.</summary>
    public string? Voice { get; init; }

    /// <summary>Pace of a speech; 1 is easy.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Names the finished file: 32 hexadecimal digits.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(Digest()[..16]);

    /// <summary>A stream of numbers that this recipe alone determines, whatever it is encoded as.</summary>
    internal ulong Seed => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Text(""))));

    private byte[] Digest() => SHA256.HashData(Encoding.UTF8.GetBytes(Text(Format)));

    private string Text(string format) => string.Create(CultureInfo.InvariantCulture,
        $"{Edition}\0{Kind}\0{Model}\0{format}\0{Seconds}\0{Loop}\0{Voice}\0{Speed}\0{Lyrics}\0{Prompt}");
}
