using System.Runtime.InteropServices;

namespace VeniceStudio.Server.Making;

/// <summary>Ctrl-C, a closed terminal, or a request to end: the first one asks, a second one is left to the system.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    public Interruption()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }) _signals.Add(PosixSignalRegistration.Create(signal, Heard));
    }

    public CancellationToken Token => _asked.Token;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _asked.Dispose();
    }

    private void Heard(PosixSignalContext context)
    {
        if (_asked.IsCancellationRequested) return;
        context.Cancel = true;
        _asked.Cancel();
    }
}
