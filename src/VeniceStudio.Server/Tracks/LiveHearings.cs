using System.Collections.Concurrent;

namespace VeniceStudio.Server.Tracks;

/// <summary>The songs that this process listens to at the moment: their points for whoever watches, and a way to end it at once.</summary>
public sealed class LiveHearings
{
    private readonly ConcurrentDictionary<Guid, Hand> _hands = new();
    private TaskCompletionSource _begun = New();

    /// <summary>Ends when the next song begins. Take it before looking for one, or a beginning in between is missed.</summary>
    public Task NextBegin => _begun.Task;

    public LiveWaveform? WaveformOf(Guid track) => _hands.TryGetValue(track, out var hand) ? hand.Waveform : null;

    /// <summary>Ends listening to a song that is in hand here.</summary>
    public void Cancel(Guid track)
    {
        if (_hands.TryGetValue(track, out var hand)) hand.End();
    }

    /// <summary>Begins with a song; dispose what is returned when done with it.</summary>
    internal Hand Begin(Guid track, CancellationToken ct)
    {
        var hand = new Hand(ct, gone => _hands.TryRemove(new KeyValuePair<Guid, Hand>(track, gone)));
        _hands[track] = hand;
        Interlocked.Exchange(ref _begun, New()).TrySetResult();
        return hand;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One song in hand.</summary>
    internal sealed class Hand : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly CancellationTokenSource _stop;
        private readonly Action<Hand> _leave;
        private bool _disposed;

        public Hand(CancellationToken ct, Action<Hand> leave)
        {
            _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            _leave = leave;
            Stopping = _stop.Token;
        }

        public LiveWaveform Waveform { get; } = new();

        public CancellationToken Stopping { get; }

        /// <summary>Stops the work on it. Safe also when it has just ended by itself.</summary>
        public void End()
        {
            lock (_gate)
            {
                if (!_disposed) _stop.Cancel();
            }
        }

        public void Dispose()
        {
            _leave(this);
            Waveform.End();
            lock (_gate)
            {
                _disposed = true;
                _stop.Dispose();
            }
        }
    }
}
