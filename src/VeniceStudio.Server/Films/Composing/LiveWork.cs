using System.Collections.Concurrent;

namespace VeniceStudio.Server.Films;

/// <summary>Work that this process has in hand, so that a cancel ends it at once and not at its next sign of life.</summary>
public sealed class LiveWork
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _hands = new();

    /// <summary>Begins a piece of work.</summary>
    internal Hand Begin(Guid id, CancellationToken ct)
    {
        var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _hands[id] = stopping;
        return new Hand(stopping, () => _hands.TryRemove(KeyValuePair.Create(id, stopping)));
    }

    /// <summary>Ends it, if it is here.</summary>
    public void End(Guid id)
    {
        if (!_hands.TryGetValue(id, out var stopping)) return;
        try
        {
            stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself a moment ago.
        }
    }

    internal sealed class Hand(CancellationTokenSource stopping, Action forget) : IDisposable
    {
        public CancellationToken Stopping => stopping.Token;

        public void End() => stopping.Cancel();

        public void Dispose()
        {
            forget();
            stopping.Dispose();
        }
    }
}
