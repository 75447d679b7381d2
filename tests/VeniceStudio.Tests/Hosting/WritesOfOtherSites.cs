using System.Net;
using System.Net.Http.Json;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Tests.Hosting;

public sealed class WritesOfOtherSites(SqliteStudio studio) : IClassFixture<SqliteStudio>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Are_refused_also_with_the_right_token(string header, string value)
    {
        using var member = await studio.MemberAsync();
        await member.Client.SendAsync(Write("/api/account/name", HttpMethod.Put, new { name = "Mallory" }, header, value), Ct)
            .ProblemAsync(HttpStatusCode.BadRequest, "cross-site");
    }

    [Theory]
    [InlineData("/api/session")]
    [InlineData("/api/setup")]
    [InlineData("/api/invitations/accept")]
    public async Task Cannot_sign_a_visitor_in(string path)
    {
        using var nobody = studio.NewClient();
        var form = new { email = "a@example.com", password = "a long password", code = "x", name = "x", token = "x" };
        await nobody.SendAsync(Write(path, HttpMethod.Post, form, "Sec-Fetch-Site", "cross-site"), Ct).ProblemAsync(HttpStatusCode.BadRequest, "cross-site");
        await nobody.SendAsync(Write(path, HttpMethod.Post, form, "Origin", "https://evil.example"), Ct).ProblemAsync(HttpStatusCode.BadRequest, "cross-site");
    }

    [Fact]
    public async Task Have_no_token_and_those_of_the_studios_own_page_have()
    {
        using var member = await studio.MemberAsync();
        var without = Write("/api/account/name", HttpMethod.Put, new { name = "Mallory" }, "X-XSRF-TOKEN", "");
        await member.Client.SendAsync(without, Ct).ProblemAsync(HttpStatusCode.BadRequest, "stale-page");

        var own = Write("/api/account/name", HttpMethod.Put, new { name = "Ada" }, "Sec-Fetch-Site", "same-origin");
        own.Headers.Add("Origin", studio.Address.GetLeftPart(UriPartial.Authority));
        await member.Client.SendAsync(own, Ct).OkAsync();
    }

    [Fact]
    public async Task Cannot_use_a_token_that_was_given_to_somebody_else()
    {
        using var one = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        await other.Client.PutAsync("/api/account/name", new { name = "Other" }).OkAsync();
        var stolen = other.Cookies.GetCookies(studio.Address)["XSRF-TOKEN"]!.Value;
        await one.Client.SendAsync(Write("/api/account/name", HttpMethod.Put, new { name = "x" }, "X-XSRF-TOKEN", stolen), Ct)
            .ProblemAsync(HttpStatusCode.BadRequest, "stale-page");
    }

    [Fact]
    public async Task Scripts_with_a_bearer_token_need_none_of_this()
    {
        using var member = await studio.SignedInAsync(MemberRole.Member);
        using var script = await studio.WithTokenAsync(member.Id);
        await script.PutAsync("/api/account/name", new { name = "Script" }).OkAsync();
    }

    private static HttpRequestMessage Write(string path, HttpMethod method, object body, string header, string value)
    {
        var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }
}
