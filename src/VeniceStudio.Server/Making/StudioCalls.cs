using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Making;

/// <summary>Speaks the studio's API over HTTP, as any script could.</summary>
/// <param name="http">With the studio's address, ending in a slash, and whatever lets the caller in.</param>
internal sealed class StudioCalls(HttpClient http) : IDisposable
{
    /// <summary>A studio under load answers slowly; one that is gone should be noticed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public Uri Address => http.BaseAddress!;

    /// <param name="address">The studio's.</param>
    /// <param name="token">A script's token; null for a studio on this computer, which knows its user.</param>
    public static StudioCalls To(Uri address, string? token)
    {
        var wire = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !address.IsLoopback };
        var http = new HttpClient(token is null ? new Neighbour(wire) : wire) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new StudioCalls(http);
    }

    /// <exception cref="RefusalException">The studio says no.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public Task<T> GetAsync<T>(string path, CancellationToken ct) => CallAsync<T>(new HttpRequestMessage(HttpMethod.Get, path), ct);

    /// <summary>The same, with null for what is not there.</summary>
    public async Task<T?> FindAsync<T>(string path, CancellationToken ct) where T : class
    {
        try
        {
            return await GetAsync<T>(path, ct);
        }
        catch (RefusalException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Sends something to do. Orders carry a key, by which the studio knows one that it already has.</summary>
    public Task<T> SendAsync<T>(HttpMethod method, string path, object body, CancellationToken ct, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, body.GetType(), options: ClipJson.Options) };
        if (key is not null) request.Headers.Add(Idempotency.Header, key);
        return CallAsync<T>(request, ct);
    }

    public Task<T> SendBytesAsync<T>(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return CallAsync<T>(new HttpRequestMessage(HttpMethod.Put, path) { Content = content }, ct);
    }

    /// <summary>Copies a file of the studio's into a stream.</summary>
    public async Task FetchAsync(string path, Stream into, CancellationToken ct)
    {
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!answer.IsSuccessStatusCode) throw await RefusalException.OfAsync(answer, ct);
        await answer.Content.CopyToAsync(into, ct);
    }

    public void Dispose() => http.Dispose();

    private async Task<T> CallAsync<T>(HttpRequestMessage request, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using (request)
            {
                using var answer = await http.SendAsync(request, patience.Token);
                if (!answer.IsSuccessStatusCode) throw await RefusalException.OfAsync(answer, patience.Token);
                return await answer.Content.ReadFromJsonAsync<T>(ClipJson.Options, patience.Token) ?? throw new JsonException("The answer is empty.");
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"No answer came within {Patience.TotalSeconds} seconds."));
        }
    }

    /// <summary>
    /// Somebody at the studio's own computer: writes carry the token that the studio hands out, as those of its pages do.
    /// </summary>
    private sealed class Neighbour(SocketsHttpHandler wire) : DelegatingHandler(wire)
    {
        private readonly CookieContainer _cookies = wire.CookieContainer = new CookieContainer();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get) return await base.SendAsync(request, cancellationToken);
            if (TokenFor(request) is null) (await base.SendAsync(new HttpRequestMessage(HttpMethod.Get, SessionOf(request)), cancellationToken)).Dispose();
            request.Headers.Add(WriteToken.Header, TokenFor(request) ?? "");
            return await base.SendAsync(request, cancellationToken);
        }

        private static Uri SessionOf(HttpRequestMessage request) => new(request.RequestUri!, "/api/session");

        private string? TokenFor(HttpRequestMessage request) => _cookies.GetCookies(request.RequestUri!)[WriteToken.Cookie]?.Value;
    }
}
