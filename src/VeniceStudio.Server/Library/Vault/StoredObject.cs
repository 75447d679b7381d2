namespace VeniceStudio.Server.Library;

/// <summary>What a bucket says of one object.</summary>
/// <param name="Key">Its whole name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="At">When it was stored, by the store's clock; null when it does not say.</param>
/// <param name="Sha256">What it should be, as it was sent; null in lists, and for objects of others.</param>
internal sealed record StoredObject(string Key, long Bytes, DateTime? At, string? Sha256);

/// <summary>An object that is being read.</summary>
/// <param name="Content">Its bytes, or those of the stretch that was asked for.</param>
/// <param name="Bytes">How many there will be.</param>
/// <param name="Sha256">What the whole object should be, as it was sent.</param>
/// <param name="answer">Let go with it.</param>
internal sealed record ObjectBody(Stream Content, long Bytes, string? Sha256, IDisposable answer) : IDisposable
{
    public void Dispose() => answer.Dispose();
}
