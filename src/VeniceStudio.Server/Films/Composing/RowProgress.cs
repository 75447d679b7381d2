using System.Data.Common;
using System.Threading.Channels;

namespace VeniceStudio.Server.Films;

/// <summary>
/// Writes into a row how far its work is, twice a second at most, beside the work and never in its way. When the row turns out to be taken
/// away (cancelled, deleted, taken over), it ends the work.
/// </summary>
/// <typeparam name="T">What is told.</typeparam>
internal sealed class RowProgress<T> : IProgress<T>, IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly Channel<T> _news = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Task _writing;
    private long? _told;

    /// <param name="time">The studio's clock.</param>
    /// <param name="hand">The work.</param>
    /// <param name="write">Writes; false when the row is somebody else's now.</param>
    public RowProgress(TimeProvider time, LiveWork.Hand hand, Func<T, CancellationToken, Task<bool>> write)
    {
        _time = time;
        _writing = WriteAsync(hand, write);
    }

    public void Report(T value)
    {
        lock (_gate)
        {
            if (_told is { } told && _time.GetElapsedTime(told) < Every) return;
            _told = _time.GetTimestamp();
        }
        _news.Writer.TryWrite(value);
    }

    public async ValueTask DisposeAsync()
    {
        _news.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync(LiveWork.Hand hand, Func<T, CancellationToken, Task<bool>> write)
    {
        await foreach (var news in _news.Reader.ReadAllAsync())
        {
            try
            {
                if (!await write(news, hand.Stopping)) hand.End();
            }
            catch (Exception e) when (e is OperationCanceledException or DbException or TimeoutException)
            {
                // A note about progress is not worth the work: the next one, or the result, is written later.
            }
        }
    }
}
