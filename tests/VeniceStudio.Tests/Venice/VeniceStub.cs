using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

/// <summary>A real server on loopback that says what it is told to say, in order, and the last thing for ever.</summary>
public sealed class VeniceStub : IAsyncLifetime
{
    public const string Key = "vk-planted-7f3a9c";

    private readonly ConcurrentQueue<HeardRequest> heard = new();
    private readonly List<Func<HttpContext, Task>> script = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly WebApplication app;
    private SemaphoreSlim arrivals = new(0);

    public VeniceStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Root => new(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IReadOnlyList<HeardRequest> Heard => [.. heard];

    public HeardRequest Last => Heard[^1];

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>A new client before an empty script.</summary>
    internal VeniceClient Begin(HurriedClock? clock = null, IVeniceObserver? observer = null, string? key = Key, string path = "/api/v1")
    {
        heard.Clear();
        script.Clear();
        arrivals = new SemaphoreSlim(0);
        return new VeniceClient(http, new VeniceOptions { BaseUrl = new Uri(Root, path), ApiKey = key }, clock ?? new HurriedClock(), observer);
    }

    public VeniceStub Says(int status, string body, string? type = "application/json", params (string Name, string Value)[] headers) => Does(async context =>
    {
        context.Response.StatusCode = status;
        if (type is not null) context.Response.ContentType = type;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    });

    public VeniceStub Does(Func<HttpContext, Task> answer)
    {
        script.Add(answer);
        return this;
    }

    /// <summary>Takes the request and hangs up without a word.</summary>
    public VeniceStub HangsUp() => Does(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Takes the request and says nothing until the caller gives up.</summary>
    public VeniceStub StaysSilent() => Does(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    public Task ArrivalAsync() => arrivals.WaitAsync(TestContext.Current.CancellationToken);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        heard.Enqueue(new HeardRequest(
            context.Request.Method, context.Request.Path + context.Request.QueryString, context.Request.Headers.Authorization.ToString(),
            await reader.ReadToEndAsync()));
        var turn = Math.Min(heard.Count, script.Count) - 1;
        arrivals.Release();
        try
        {
            await script[turn](context);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up, as the test wanted.
        }
    }
}

/// <summary>One request as it arrived.</summary>
public sealed record HeardRequest(string Method, string Target, string Authorization, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public IEnumerable<string> Fields => Json.EnumerateObject().Select(entry => entry.Name).Order();
}

/// <summary>Remembers what an observer is told.</summary>
internal sealed class Observations : IVeniceObserver
{
    private readonly ConcurrentQueue<VeniceAnswer> answers = new();

    public IReadOnlyList<VeniceAnswer> All => [.. answers];

    public void Answered(VeniceAnswer answer) => answers.Enqueue(answer);
}
