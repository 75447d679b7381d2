using System.Net;
using System.Net.Http.Headers;

namespace VeniceStudio.Venice.Wire;

/// <summary>
/// A body that knows whether it was begun. It is begun only once a connection stands, so a call that failed before
/// cannot have bought anything.
/// </summary>
internal sealed class OrderContent : HttpContent
{
    private readonly byte[] bytes;

    public OrderContent(byte[] bytes, string type)
    {
        this.bytes = bytes;
        Headers.ContentType = MediaTypeHeaderValue.Parse(type);
    }

    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        await stream.WriteAsync(bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
