using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VeniceStudio.Server.Library;

/// <summary>The S3 store answers. While it does not, the studio works from its cache, so this never makes it unready.</summary>
internal sealed class VaultHealth(MediaVault vault, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Platforms ask every few seconds, and each call to a store has its price.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly Lock _once = new();
    private Task<string?>? _asked;
    private DateTimeOffset _at;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // What is wrong may name the bucket: that is for the log and for the doctor, not for everybody.
            if (await Asked().WaitAsync(Patience, cancellationToken) is null) return HealthCheckResult.Healthy("The S3 store answers.");
        }
        catch (TimeoutException)
        {
            // As good as no answer.
        }
        return HealthCheckResult.Degraded("The S3 store does not do its work. What lies in the data folder still plays, and new clips wait. ./studio doctor says what is wrong.");
    }

    private Task<string?> Asked()
    {
        lock (_once)
        {
            var now = time.GetUtcNow();
            if (_asked is null || now - _at >= Fresh) (_asked, _at) = (vault.TroubleAsync(CancellationToken.None), now);
            return _asked;
        }
    }
}
