using System.Threading.Channels;
using VeniceStudio.Media.Audio;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// Writes into the row how far listening is, twice a second at most, beside the work and never in its way. When the row turns out to be
/// taken away (cancelled, deleted, taken over), it ends the work.
/// </summary>
internal sealed class TrackProgress : IProgress<HearingProgress>, IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly Channel<HearingProgress> _news = Channel.CreateBounded<HearingProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly TimeProvider _time;
    private readonly Action<HearingStage> _onStage;
    private readonly Task _writing;
    private HearingStage? _stage;
    private long _told;

    /// <param name="onStage">Told at once when a stage begins.</param>
    public TrackProgress(Track track, WorkClaim claim, StudioDb db, IStudioEvents events, TimeProvider time, LiveHearings.Hand hand, Action<HearingStage> onStage)
    {
        (_time, _onStage) = (time, onStage);
        _writing = WriteAsync(track, claim, db, events, hand);
    }

    public void Report(HearingProgress value)
    {
        if (value.Stage == _stage && _time.GetElapsedTime(_told) < Every) return;
        if (value.Stage != _stage) _onStage(value.Stage);
        (_stage, _told) = (value.Stage, _time.GetTimestamp());
        _news.Writer.TryWrite(value);
    }

    public async ValueTask DisposeAsync()
    {
        _news.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync(Track track, WorkClaim claim, StudioDb db, IStudioEvents events, LiveHearings.Hand hand)
    {
        await foreach (var news in _news.Reader.ReadAllAsync())
        {
            track.Listening(news.Stage, Math.Round(news.Share, 3));
            try
            {
                await using var session = await db.BeginAsync(hand.Stopping);
                if (!await session.ProgressAsync(track, claim)) hand.End();
                session.AfterCommit(() => events.Publish(new Changed("tracks", track.AccountId)));
                await session.CommitAsync();
            }
            catch (Exception e) when (e is OperationCanceledException or System.Data.Common.DbException or TimeoutException)
            {
                // A note about progress is not worth the work: the next one, or the result, is written later.
            }
        }
    }
}
