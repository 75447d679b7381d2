using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VeniceStudio.Tests.Passthrough;

/// <summary>Stands where Venice would: a real server on loopback that notes what it is asked and answers as the test wants.</summary>
public sealed class Upstream : IAsyncDisposable
{
    public const string Key = "vk-planted-passthrough-4d1e8a";

    private readonly WebApplication _app;

    public Upstream()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>An address with a path of its own, as Venice has.</summary>
    public Uri Base => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/some/api/v1/");

    /// <summary>What was passed on to it. The studio's own looks at balance and limits, which come when they like, are not kept.</summary>
    public ConcurrentQueue<Heard> Requests { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public Heard Last => Requests.Last();

    public Task StartAsync() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public void Says(int status, string body, string type = "application/json", params (string Name, string Value)[] headers) => Answer = async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var heard = new Heard(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, body);
        if (!heard.Target.EndsWith("/billing/balance", StringComparison.Ordinal) && !heard.Target.EndsWith("/api_keys/rate_limits", StringComparison.Ordinal)) Requests.Enqueue(heard);
        await Answer(context);
    }

    public sealed record Heard(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
}
