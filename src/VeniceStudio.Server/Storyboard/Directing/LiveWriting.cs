namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>A shot's field as far as it is written.</summary>
/// <param name="ShotId">The shot.</param>
/// <param name="Field">picture, action, camera, light or sung.</param>
/// <param name="Text">All of it so far, not only what is new.</param>
internal sealed record LivePiece(Guid ShotId, string Field, string Text);

/// <summary>What there is to tell: fields that grew, and how many shots of how many are on the board.</summary>
internal sealed record LiveNews(IReadOnlyList<LivePiece> Pieces, int Done, int Of);

/// <summary>
/// A board in the middle of being written, for whoever watches: the words of the shots under way, which are not on the board yet. A page
/// that opens late is told them all; one that is slow skips what it missed, because each piece holds its whole field.
/// </summary>
internal sealed class LiveWriting(Guid direction, int done, int of)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Shot, string Field), (string Text, int Round)> _fields = [];
    private TaskCompletionSource _news = New();
    private CancellationTokenSource? _hand;
    private int _round, _done = done;
    private bool _ended;

    public Guid Direction => direction;

    /// <summary>A field has grown.</summary>
    public void Tell(LivePiece piece)
    {
        lock (_gate)
        {
            _fields[(piece.ShotId, piece.Field)] = (piece.Text, ++_round);
            Ring();
        }
    }

    /// <summary>These shots are on the board now: whoever opens the page from here on reads them there.</summary>
    public void Landed(IEnumerable<Guid> shots, int nowDone)
    {
        lock (_gate)
        {
            var landed = shots.ToHashSet();
            foreach (var key in _fields.Keys.Where(key => landed.Contains(key.Shot)).ToList()) _fields.Remove(key);
            (_done, _round) = (nowDone, _round + 1);
            Ring();
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            Ring();
        }
    }

    /// <summary>Everything, then what is new, until the writing ends.</summary>
    public async IAsyncEnumerable<LiveNews> FollowAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var seen = -1; ;)
        {
            Task more;
            LiveNews? news = null;
            bool ended;
            lock (_gate)
            {
                if (_round > seen) news = new LiveNews([.. _fields.Where(field => field.Value.Round > seen).OrderBy(field => field.Value.Round)
                    .Select(field => new LivePiece(field.Key.Shot, field.Key.Field, field.Value.Text))], _done, of);
                (seen, ended, more) = (_round, _ended, _news.Task);
            }
            if (news is not null) yield return news;
            if (ended) yield break;
            await more.WaitAsync(ct);
        }
    }

    /// <summary>Takes the work in hand: what is given back ends when a person ends the work, or with the studio.</summary>
    internal CancellationTokenSource Take(CancellationToken ct)
    {
        var hand = CancellationTokenSource.CreateLinkedTokenSource(ct);
        lock (_gate) _hand = hand;
        return hand;
    }

    /// <summary>Lets it go. After this nobody cancels it any more, so it can be disposed.</summary>
    internal void Put(CancellationTokenSource hand)
    {
        lock (_gate)
        {
            if (_hand == hand) _hand = null;
            hand.Dispose();
        }
    }

    internal void Stop()
    {
        lock (_gate) _hand?.Cancel();
    }

    private void Ring()
    {
        _news.TrySetResult();
        if (!_ended) _news = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
