using System.Net;
using System.Net.Sockets;
using System.Text;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Hosting;

/// <summary>A studio with a small built client, and files beside it that are nobody's business.</summary>
public sealed class StudioWithPages : SqliteStudio
{
    private string Client => Path.Combine(Folder, "client");

    protected override StudioOptions Options => base.Options with { ClientFolder = Client };

    public override async ValueTask InitializeAsync()
    {
        Write("index.html", "<!doctype html><title>Studio</title>");
        Write("index.html.br", "packed page");
        Write("favicon.svg", "<svg/>");
        Write("sw.js", "// takes shared songs");
        Write("studio.webmanifest", "{}");
        Write("assets/app-1a2b.js", "console.log('the script')");
        Write("assets/app-1a2b.js.br", "packed with brotli");
        Write("assets/app-1a2b.js.gz", "packed with gzip");
        Write("assets/app-1a2b.js.map", "{}");
        Write(".env", "VENICE_API_KEY=secret");
        Write(".git/config", "secret");
        Write("../beside.txt", "secret");
        File.CreateSymbolicLink(Path.Combine(Client, "link.txt"), Path.Combine(Folder, "beside.txt"));
        await base.InitializeAsync();
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(Client, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}

public sealed class ServingTheClient(StudioWithPages studio) : IClassFixture<StudioWithPages>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/queue")]
    [InlineData("/clips/0190d3c2-0000-7000-8000-000000000000")]
    public async Task Every_page_is_the_client_fresh_each_time(string path)
    {
        var answer = await GetAsync(path);
        Assert.Contains("<title>Studio</title>", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoCache);
    }

    [Theory]
    [InlineData("br, gzip", "br", "packed with brotli")]
    [InlineData("gzip", "gzip", "packed with gzip")]
    [InlineData("br;q=0, gzip", "gzip", "packed with gzip")]
    [InlineData("identity", null, "console.log('the script')")]
    public async Task A_hashed_file_is_kept_for_good_and_comes_packed_as_the_browser_likes(string accept, string? coding, string body)
    {
        var answer = await GetAsync("/assets/app-1a2b.js", accept);
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/sw.js", "text/javascript")]
    [InlineData("/studio.webmanifest", "application/manifest+json")]
    public async Task The_worker_and_the_manifest_are_asked_for_each_time_so_that_a_renewed_studio_renews_them(string path, string type)
    {
        var answer = await GetAsync(path);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoCache);
        Assert.Contains("worker-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_file_is_not_sent_again()
    {
        var first = await GetAsync("/favicon.svg");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/favicon.svg");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var client = studio.NewClient();
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("/.env")]
    [InlineData("/.git/config")]
    [InlineData("/beside.txt")]
    [InlineData("/link.txt")]
    [InlineData("/../beside.txt")]
    [InlineData("/%2e%2e/beside.txt")]
    [InlineData("/..%2fbeside.txt")]
    [InlineData("/..%5cbeside.txt")]
    [InlineData("/assets/..%2f..%2fbeside.txt")]
    [InlineData("//etc/passwd.txt")]
    [InlineData("/assets/app-1a2b.js.map")]
    [InlineData("/assets/app-1a2b.js.br")]
    [InlineData("/assets/gone-9f9f.js")]
    [InlineData("/assets/")]
    [InlineData("/studio.db")]
    public async Task Nothing_else_is_served(string path)
    {
        var answer = await RawAsync(path);
        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? acceptEncoding = null)
    {
        using var client = studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptEncoding is not null) request.Headers.Add("Accept-Encoding", acceptEncoding);
        var answer = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    /// <summary>Asks byte for byte: an HTTP client would tidy the path up.</summary>
    private async Task<string> RawAsync(string path)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(studio.Address.Host, studio.Address.Port, Ct);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), Ct);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Ct);
    }
}
