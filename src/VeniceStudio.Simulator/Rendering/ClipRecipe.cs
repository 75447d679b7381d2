using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Everything that determines the bytes of a simulated clip: the same recipe always gives the same file.</summary>
/// <param name="Prompt">What the clip should show; written into the picture.</param>
/// <param name="Model">The model's id; it shifts scene, colours and melody.</param>
/// <param name="Seconds">Exact length.</param>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="Sound">Whether the clip has a soft chord.</param>
/// <param name="Seed">Hash of the stored picture or film that moves behind the light, if one was sent.</param>
public sealed record ClipRecipe(string Prompt, string Model, double Seconds, int Width, int Height, bool Sound, string? Seed)
{
    /// <summary>Frames per second of every clip.</summary>
    public const int Rate = 24;

    // Raised when the pictures change, so that no old file of a kept state folder passes for a new one.
    private const int Edition = 1;

    /// <summary>Number of frames in the whole clip, at least one.</summary>
    [JsonIgnore]
    public int Frames => Math.Max(1, (int)Math.Round(Seconds * Rate));

    /// <summary>Names the finished file: 32 hexadecimal digits.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(Digest()[..16]);

    /// <summary>A stream of numbers that this recipe alone determines.</summary>
    internal Dice ToDice() => new(BitConverter.ToUInt64(Digest(), 16));

    private byte[] Digest() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Edition}\0{Model}\0{Frames}\0{Width}\0{Height}\0{Sound}\0{Seed}\0{Prompt}")));
}
