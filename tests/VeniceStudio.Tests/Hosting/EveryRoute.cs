using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace VeniceStudio.Tests.Hosting;

public sealed partial class EveryRoute(SqliteStudio studio) : IClassFixture<SqliteStudio>
{
    private static readonly string[] OpenToEverybody =
    [
        "DELETE /api/session", "GET /api/session", "POST /api/invitations/accept",
        "POST /api/invitations/open", "POST /api/session", "POST /api/setup",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Is_closed_unless_it_stands_on_this_short_list()
    {
        var open = Routes().Where(route => route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(route => $"{route.Method} {route.Path}");
        Assert.Equal(OpenToEverybody, open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answers_401_to_nobody()
    {
        using var nobody = studio.NewClient();
        foreach (var (endpoint, method, path) in Routes().Where(route => route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            using var request = Request(endpoint, method, path);
            var answer = await nobody.SendAsync(request, Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {answer.StatusCode} to nobody.");
        }
    }

    [Fact]
    public async Task Of_the_owners_answers_403_to_a_member()
    {
        using var member = await studio.MemberAsync();
        var owners = Routes().Where(route => route.Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy == "owner")).ToList();
        Assert.NotEmpty(owners);
        foreach (var (endpoint, method, path) in owners)
        {
            using var request = Request(endpoint, method, path);
            var answer = await member.Client.SendAsync(request, Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} answered {answer.StatusCode} to a member.");
        }
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method, string Path)> Routes() =>
        from endpoint in studio.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"]
        select (endpoint, method, PathOf(endpoint));

    private static string PathOf(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        path = IdParameter().Replace(path, Guid.CreateVersion7().ToString());
        return Parameter().Replace(path, "v1");
    }

    private static HttpRequestMessage Request(RouteEndpoint endpoint, string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "GET" or "HEAD" or "DELETE") return request;
        var type = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes is [var first, ..] ? first : "application/json";
        request.Content = type.StartsWith("multipart/", StringComparison.Ordinal) ? new MultipartFormDataContent() : new StringContent("{}");
        if (request.Content is StringContent) request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return request;
    }

    [GeneratedRegex(@"\{\w*:guid\}")]
    private static partial Regex IdParameter();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
