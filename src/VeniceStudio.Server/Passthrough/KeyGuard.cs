namespace VeniceStudio.Server.Passthrough;

/// <summary>
/// Makes the studio's key unreadable in text that passes by, should Venice ever repeat it. As many stars as letters, so that lengths stay
/// true; bytes wait only while they could be the beginning of the key.
/// </summary>
internal sealed class KeyGuard(byte[] key)
{
    private readonly byte[] _held = new byte[key.Length];
    private int _holding;

    /// <summary>Takes the next bytes and returns what may go on; the rest is held until more comes.</summary>
    public ReadOnlyMemory<byte> Pass(ReadOnlySpan<byte> next)
    {
        var text = new byte[_holding + next.Length];
        _held.AsSpan(0, _holding).CopyTo(text);
        next.CopyTo(text.AsSpan(_holding));
        Mask(text);
        _holding = Beginning(text);
        text.AsSpan(text.Length - _holding).CopyTo(_held);
        return text.AsMemory(0, text.Length - _holding);
    }

    /// <summary>What was held when the text ends: it was not the key after all.</summary>
    public ReadOnlyMemory<byte> Rest()
    {
        var rest = _held[.._holding];
        _holding = 0;
        return rest;
    }

    private void Mask(Span<byte> text)
    {
        while (text.IndexOf(key) is >= 0 and var at)
        {
            text.Slice(at, key.Length).Fill((byte)'*');
            text = text[(at + key.Length)..];
        }
    }

    /// <summary>How many bytes at the end could be the beginning of the key.</summary>
    private int Beginning(ReadOnlySpan<byte> text)
    {
        for (var length = Math.Min(key.Length - 1, text.Length); length > 0; length--)
        {
            if (text[^length..].SequenceEqual(key.AsSpan(0, length))) return length;
        }
        return 0;
    }
}
