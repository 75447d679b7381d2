using System.Net;
using System.Text;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Hosting;

/// <summary>Behind a proxy that ends TLS, as on a host like Railway.</summary>
public sealed class ProxiedStudio : SqliteStudio
{
    protected override StudioOptions Options => base.Options with { TrustProxy = true };
}

public sealed class WhatEveryAnswerCarries(ProxiedStudio studio) : IClassFixture<ProxiedStudio>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/session")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    [InlineData("/")]
    public async Task Tells_the_browser_to_run_nothing_but_the_studios_own_files(string path)
    {
        using var nobody = studio.NewClient();
        var answer = await nobody.GetAsync(path, Ct);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Over_https_asks_for_https_from_then_on_and_marks_cookies_secure()
    {
        var account = await studio.GivenAnAccountAsync(Server.Accounts.MemberRole.Member, "Ada", "a long password");
        using var nobody = studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session")
        {
            Content = new StringContent($$"""{"email":"{{account.Email}}","password":"a long password"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        var answer = await nobody.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Of_an_account_is_kept_by_nobody()
    {
        using var member = await studio.MemberAsync();
        var answer = await member.Client.GetAsync("/api/tokens", Ct);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_swagger_pages_work_without_inline_scripts_and_only_for_the_signed_in()
    {
        using var nobody = studio.NewClient();
        await nobody.GetAsync("/swagger/index.html", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await nobody.GetAsync("/swagger/v1/swagger.json", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");

        using var member = await studio.MemberAsync();
        var page = await member.Client.GetAsync("/swagger/index.html", Ct);
        var html = await page.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)", html);
        Assert.DoesNotContain("onload=", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("script-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        foreach (var file in new[] { "swagger-ui-bundle.js", "index.js", "write-token.js", "v1/swagger.json" })
        {
            Assert.Equal(HttpStatusCode.OK, (await member.Client.GetAsync("/swagger/" + file, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task Text_is_packed_except_beside_a_new_secret()
    {
        using var owner = await studio.OwnerAsync();
        owner.Client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        Assert.Equal("br", Assert.Single((await owner.Client.GetAsync("/api/members", Ct)).Content.Headers.ContentEncoding));
        Assert.Empty((await owner.Client.PostAsync("/api/tokens", new { name = "x" })).Content.Headers.ContentEncoding);
    }
}
