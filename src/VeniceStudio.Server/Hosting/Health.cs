using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also do its work; each check with a state and a sentence, so that
/// whoever is woken up knows where to look. Open to everybody, and says nothing that somebody outside could use.
/// </summary>
public static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database")
        .AddCheck<DataFolderHealth>("dataFolder");

    /// <summary>
    /// Answers before routing: who asks is of no interest, and finding that out would need the database that may be ill. The first
    /// request that is routed builds all routes, several hundred milliseconds that a platform's first probe need not wait for.
    /// </summary>
    public static void UseHealth(this IApplicationBuilder app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    // Written by what the compiler made for these two types: the API's own way of writing would be put together for the first probe alone.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var view = new HealthView(WordFor(report.Status), report.Entries.ToDictionary(
            entry => entry.Key, entry => new HealthCheckView(WordFor(entry.Value.Status), entry.Value.Description)));
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(view, HealthJson.Default.HealthView), context.RequestAborted).AsTask();
    }

    private static string WordFor(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

internal sealed record HealthView(string Status, IReadOnlyDictionary<string, HealthCheckView> Checks);

internal sealed record HealthCheckView(string State, string? Description);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(HealthView))]
internal sealed partial class HealthJson : JsonSerializerContext;

/// <summary>The database answers a question within three seconds.</summary>
internal sealed class DatabaseHealth(StudioDb db) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await AnswerAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy("The database answers.");
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What went wrong may hold the connection string, so it is not told here; every request that fails logs it.
            return HealthCheckResult.Unhealthy("The database does not answer. Check DATABASE_URL, or the disk that holds the SQLite file.");
        }
    }

    private async Task AnswerAsync(CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        await session.OneAsync<long>("SELECT COUNT(*) FROM migrations");
    }
}

/// <summary>The data folder takes files, and there is room for more.</summary>
internal sealed class DataFolderHealth(StudioOptions options) : IHealthCheck
{
    /// <summary>Below this a few clips fill the disk: time to act while everything still works.</summary>
    internal const long LowMegabytes = 200;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var trial = Path.Combine(options.DataFolder, ".health-" + Guid.NewGuid().ToString("N"));
            await using (new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
            return Judge(new DriveInfo(options.DataFolder).AvailableFreeSpace / (1024 * 1024));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("The data folder cannot be written. Check STUDIO_DATA, its owner, and whether the disk is full.");
        }
    }

    internal static HealthCheckResult Judge(long freeMegabytes) => freeMegabytes < LowMegabytes
        ? HealthCheckResult.Degraded($"Only {freeMegabytes} MB are free. Delete clips, or give the volume more room, before new ones stop fitting.")
        : HealthCheckResult.Healthy("The data folder can be written and has room.");
}
