using System.Net;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Tests;

/// <summary>
/// Sends what a page of the studio would send: the cookies it has, and with every write the token from its readable cookie. Asks
/// <c>/api/session</c> once when a write has no token yet.
/// </summary>
internal sealed class Visitor(Uri address, CookieContainer cookies) : DelegatingHandler(
    new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = cookies })
{
    private readonly SemaphoreSlim _asking = new(1, 1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var writes = request.Method != HttpMethod.Get && request.Method != HttpMethod.Head;
        if (writes && !request.Headers.Contains("X-XSRF-TOKEN"))
        {
            await GetTokenAsync(cancellationToken);
            request.Headers.Add("X-XSRF-TOKEN", Token ?? "");
        }
        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>Once, as a page does before it shows a button: of two answers at the same time, each would give half of another token.</summary>
    private async Task GetTokenAsync(CancellationToken ct)
    {
        await _asking.WaitAsync(ct);
        try
        {
            if (Token is null) (await base.SendAsync(new(HttpMethod.Get, new Uri(address, "/api/session")), ct)).Dispose();
        }
        finally
        {
            _asking.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _asking.Dispose();
        base.Dispose(disposing);
    }

    private string? Token => cookies.GetCookies(address)["XSRF-TOKEN"]?.Value;
}

/// <summary>A signed-in person of a test: the account and a browser of theirs.</summary>
public sealed record SignedIn(Guid Id, string Email, MemberRole Role, HttpClient Client, CookieContainer Cookies) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
