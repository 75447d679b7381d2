using System.Net.Http.Headers;

namespace VeniceStudio.Venice.Wire;

/// <summary>One thing to say to Venice, as often as it is said.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">The route, or <see cref="SharedLink"/> in place of an address that is a secret.</param>
/// <param name="Address">Where to.</param>
/// <param name="Timeout">How long one try may take.</param>
internal sealed record Call(HttpMethod Method, string Route, Uri Address, TimeSpan Timeout)
{
    public const string SharedLink = "shared link";

    public byte[]? Body { get; init; }

    /// <summary>Media type of the body.</summary>
    public string BodyType { get; init; } = "application/json";

    /// <summary>Null sends no Authorization.</summary>
    public string? Key { get; init; }

    /// <summary>Venice bills this when it takes it.</summary>
    public bool Buys { get; init; }

    public bool ToSharedLink => Route == SharedLink;

    public HttpRequestMessage ToRequest() => new(Method, Address)
    {
        Content = Body is null ? null : new OrderContent(Body, BodyType),
        Headers = { Authorization = Key is null ? null : new AuthenticationHeaderValue("Bearer", Key) },
    };
}
