using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Hosting;

public sealed class OverheardStudio : SqliteStudio
{
    public HeardLog Log { get; } = new();

    protected override void Adjust(WebApplicationBuilder builder) => builder.Logging.AddProvider(Log);
}

public sealed class Refusing(OverheardStudio studio) : IClassFixture<OverheardStudio>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_address_of_the_API_is_a_problem_and_not_a_page()
    {
        using var nobody = studio.NewClient();
        await nobody.GetAsync("/api/no/such/thing", Ct).ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_database_that_is_away_for_a_moment_is_a_503_that_says_when_to_come_back()
    {
        var context = new DefaultHttpContext { RequestServices = studio.Services };
        context.Response.Body = new MemoryStream();
        var failures = new Failures(_ => throw new NpgsqlException("The pool is empty.", new TimeoutException()), NullLogger<Failures>.Instance);
        await failures.InvokeAsync(context);
        Assert.Equal((503, "5"), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public async Task The_wrong_method_or_kind_of_body_is_said_so()
    {
        using var nobody = studio.NewClient();
        var wrongMethod = await nobody.PatchAsync("/api/session", new { });
        await wrongMethod.ProblemAsync(HttpStatusCode.MethodNotAllowed, "not-found");
        Assert.Contains("GET", wrongMethod.Content.Headers.Allow);
        await nobody.PostAsync("/api/session", new StringContent("email=x", Encoding.UTF8, "application/x-www-form-urlencoded"), Ct)
            .ProblemAsync(HttpStatusCode.UnsupportedMediaType, "wrong-kind");
    }

    [Fact]
    public async Task Broken_JSON_is_a_problem_and_a_wrong_value_names_its_field()
    {
        using var nobody = studio.NewClient();
        await nobody.PostAsync("/api/session", Json("{"), Ct).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        await nobody.PostAsync("/api/session", Json(""), Ct).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        var problem = await nobody.PostAsync("/api/session", Json("""{"email":3,"password":"x"}"""), Ct).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("email", problem.Text("field"));
        Assert.Equal(1, problem.GetProperty("errors").GetProperty("email").GetArrayLength());
    }

    [Fact]
    public async Task A_form_that_does_not_fit_names_each_field()
    {
        using var nobody = studio.NewClient();
        var problem = await nobody.PostAsync("/api/setup", new { code = "x", email = "no", name = "Ada", password = "short" })
            .ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal(["email", "password"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.True(problem.Text("field") is "email" or "password");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_in_words_also_when_it_does_not_say_its_length(bool unannounced)
    {
        using var nobody = studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session")
        {
            Content = Json($$"""{"email":"{{new string('a', 4_000_000)}}","password":"x"}"""),
        };
        request.Headers.TransferEncodingChunked = unannounced;
        var problem = await nobody.SendAsync(request, Ct).ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Contains("1 MB", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(1024 * 1024, problem.GetProperty("limitBytes").GetInt64());
    }

    [Fact]
    public async Task What_breaks_inside_is_a_sentence_outside_and_a_stack_trace_in_the_log()
    {
        await using var broken = new OverheardStudio();
        await broken.InitializeAsync();
        using var member = await broken.MemberAsync();
        await using (var session = await broken.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("DROP TABLE tokens");
            await session.CommitAsync();
        }
        var problem = await member.Client.GetAsync("/api/tokens?secret=query", Ct).ProblemAsync(HttpStatusCode.InternalServerError, "went-wrong");

        Assert.DoesNotContain("tokens", problem.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(problem.Text("traceId")!);
        Assert.Contains(broken.Log.Lines, line => line.Contains("GET /api/tokens broke.", StringComparison.Ordinal) && line.Contains("no such table", StringComparison.Ordinal));
        Assert.DoesNotContain(broken.Log.Lines, line => line.StartsWith("GET /api/tokens", StringComparison.Ordinal) && line.Contains("secret=query", StringComparison.Ordinal));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}

public sealed class StrictStudio : SqliteStudio
{
    /// <summary>A sixtieth of everything: one sign-in, two orders.</summary>
    protected override StudioOptions Options => base.Options with { RateFactor = 1 / 60d };
}

public sealed class Limiting(StrictStudio studio) : IClassFixture<StrictStudio>
{
    [Fact]
    public async Task More_than_the_studio_takes_is_refused_for_a_while_and_says_for_how_long()
    {
        using var nobody = studio.NewClient();
        await nobody.PostAsync("/api/session", new { email = "a@example.com", password = "x" }).ProblemAsync(HttpStatusCode.Unauthorized, "wrong-sign-in");
        var refused = await nobody.PostAsync("/api/session", new { email = "a@example.com", password = "x" });
        var problem = await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(refused.Headers.RetryAfter.Delta.Value.TotalSeconds, problem.GetProperty("retryAfterSeconds").GetDouble());
    }

    [Fact]
    public async Task An_account_that_orders_too_much_does_not_hold_others_up()
    {
        using var one = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        async Task<HttpStatusCode> OrderAsync(SignedIn member) => (await member.Client.PostAsync("/api/clips", new { })).StatusCode;

        await OrderAsync(one);
        await OrderAsync(one);
        Assert.Equal(HttpStatusCode.TooManyRequests, await OrderAsync(one));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await OrderAsync(other));
    }
}
