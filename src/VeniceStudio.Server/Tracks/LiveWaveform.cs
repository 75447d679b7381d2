using System.Runtime.CompilerServices;

namespace VeniceStudio.Server.Tracks;

/// <summary>The finest points of a song while it is decoded: whoever comes late gets them from the beginning. 20 minutes are 1 MB.</summary>
public sealed class LiveWaveform
{
    private readonly Lock _gate = new();
    private readonly List<ReadOnlyMemory<byte>> _chunks = [];
    private TaskCompletionSource _more = New();
    private bool _ended;

    public void Add(ReadOnlyMemory<byte> points)
    {
        lock (_gate)
        {
            if (_ended) return;
            _chunks.Add(points);
            Ring();
        }
    }

    /// <summary>No more points come. May be called again.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            Ring();
        }
    }

    /// <summary>All points from the first on, as they come, until there are no more.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (var next = 0; ;)
        {
            Task more;
            ReadOnlyMemory<byte>? chunk = null;
            lock (_gate)
            {
                more = _more.Task;
                if (next < _chunks.Count) chunk = _chunks[next++];
                else if (_ended) yield break;
            }
            if (chunk is { } points) yield return points;
            else await more.WaitAsync(ct);
        }
    }

    private void Ring()
    {
        _more.TrySetResult();
        _more = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
