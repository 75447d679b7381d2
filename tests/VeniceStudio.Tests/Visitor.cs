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
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var writes = request.Method != HttpMethod.Get && request.Method != HttpMethod.Head;
        if (writes && !request.Headers.Contains("X-XSRF-TOKEN"))
        {
            if (Token is null) (await base.SendAsync(new(HttpMethod.Get, new Uri(address, "/api/session")), cancellationToken)).Dispose();
            request.Headers.Add("X-XSRF-TOKEN", Token ?? "");
        }
        return await base.SendAsync(request, cancellationToken);
    }

    private string? Token => cookies.GetCookies(address)["XSRF-TOKEN"]?.Value;
}

/// <summary>A signed-in person of a test: the account and a browser of theirs.</summary>
public sealed record SignedIn(Guid Id, string Email, MemberRole Role, HttpClient Client, CookieContainer Cookies) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
