using VeniceStudio.Server.Storyboard.Directing;

namespace VeniceStudio.Tests.Storyboard.Directing;

public sealed class WatchingTheWriting
{
    private static readonly Guid One = Guid.CreateVersion7(), Two = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_page_is_told_everything_that_is_not_on_the_board_yet()
    {
        var writing = new LiveWriting(Guid.CreateVersion7(), 0, 4);
        writing.Tell(new LivePiece(One, "picture", "A pier"));
        writing.Tell(new LivePiece(One, "picture", "A pier at night"));
        writing.Tell(new LivePiece(Two, "picture", "A lamp"));
        writing.Landed([One], 1);
        writing.End();
        var news = await writing.FollowAsync(Ct).ToListAsync(Ct);
        Assert.Equal(new LivePiece(Two, "picture", "A lamp"), Assert.Single(Assert.Single(news).Pieces));
        Assert.Equal((1, 4), (news[0].Done, news[0].Of));
    }

    [Fact]
    public async Task A_slow_page_skips_to_what_stands_there_now()
    {
        var writing = new LiveWriting(Guid.CreateVersion7(), 0, 4);
        await using var page = writing.FollowAsync(Ct).GetAsyncEnumerator(Ct);
        Assert.True(await page.MoveNextAsync());
        for (var letters = 1; letters <= 500; letters++) writing.Tell(new LivePiece(One, "picture", new string('x', letters)));
        Assert.True(await page.MoveNextAsync());
        Assert.Equal(500, Assert.Single(page.Current.Pieces).Text.Length);
        writing.End();
        while (await page.MoveNextAsync()) Assert.Empty(page.Current.Pieces);
    }

    [Fact]
    public async Task A_project_has_one_writing_and_an_older_one_ends()
    {
        var live = new LiveWritings();
        var project = Guid.CreateVersion7();
        Direction Work() => Direction.New(project, project, Server.Storyboard.DirectionKind.Board, new DirectionRequest([One], null, false, 0), DateTimeOffset.UnixEpoch);
        var begin = live.NextBegin;
        var (first, second) = (Work(), Work());
        var writing = live.Begin(first);
        Assert.True(begin.IsCompleted);
        var newer = live.Begin(second);
        Assert.Single(await writing.FollowAsync(Ct).ToListAsync(Ct));
        live.End(first, writing);
        Assert.Same(newer, live.Find(project));
        var hand = newer.Take(Ct);
        var stopping = hand.Token;
        live.Stop(project, first.Id);
        Assert.False(stopping.IsCancellationRequested);
        live.Stop(project, second.Id);
        Assert.True(stopping.IsCancellationRequested);
        Assert.Null(live.Find(project));
    }
}
