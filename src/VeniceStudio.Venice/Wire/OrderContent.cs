using System.Net;
using System.Net.Http.Headers;

namespace VeniceStudio.Venice.Wire;

/// <summary>
/// A JSON body that knows whether it was begun. It is begun only once a connection stands, so a call that failed before
/// cannot have bought anything.
/// </summary>
internal sealed class OrderContent : HttpContent
{
    private readonly byte[] json;

    public OrderContent(byte[] json)
    {
        this.json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        await stream.WriteAsync(json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }
}
