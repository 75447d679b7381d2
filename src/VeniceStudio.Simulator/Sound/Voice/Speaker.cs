using System.Security.Cryptography;
using System.Text;

namespace VeniceStudio.Simulator.Sound.Voice;

/// <summary>Who speaks: the pitch at rest in hertz, and how much smaller than a low voice's the head is.</summary>
internal sealed record Speaker(double Pitch, double Scale)
{
    /// <summary>The same name is always the same person. A name that begins like <c>am_</c> is a man's, like <c>af_</c> a woman's.</summary>
    public static Speaker Named(string? name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name ?? ""));
        var low = name is { Length: > 2 } && name[2] == '_' ? name[1] == 'm' : (hash[0] & 1) == 0;
        var turn = hash[1] / 255.0;
        return low ? new Speaker(98 + 34 * turn, 1 + 0.05 * turn) : new Speaker(178 + 44 * turn, 1.13 + 0.06 * turn);
    }
}
