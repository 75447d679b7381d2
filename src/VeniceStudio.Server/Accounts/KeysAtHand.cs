using Microsoft.AspNetCore.DataProtection;

namespace VeniceStudio.Server.Accounts;

/// <summary>
/// Has the keys that seal cookies read, or made, before the first request that may need them goes on. The framework reads them while
/// the asker's thread waits: two hundred pages that come back after a restart would take all threads, and the reading could not end.
/// </summary>
internal sealed class KeysAtHand(RequestDelegate next, IServiceProvider services)
{
    private readonly Lock _gate = new();
    private Task? _reading;

    public async Task InvokeAsync(HttpContext context)
    {
        // Where the database is away, whoever needs the keys says so.
        if (_reading is not { IsCompletedSuccessfully: true }) await ReadAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await next(context);
    }

    private Task ReadAsync()
    {
        lock (_gate) return _reading is null or { IsFaulted: true } ? _reading = Task.Run(() => services.GetDataProtector(nameof(KeysAtHand)).Protect([])) : _reading;
    }
}
