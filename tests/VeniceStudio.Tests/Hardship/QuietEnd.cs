namespace VeniceStudio.Tests.Hardship;

/// <summary>One undisturbed life of the studio, until every order was answered and nothing is left to do.</summary>
internal static class QuietEnd
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task ReachAsync(Ground ground, IReadOnlyCollection<Errand> errands, TimeSpan patience)
    {
        using var server = ground.Serve();
        using var client = ground.ClientOf(await server.OpenAsync(Ct));
        await SettleAsync(ground, client, errands, patience, () => server.Output);
        await server.TerminateAsync();
        ground.IsDiscreet(server.Output);
    }

    /// <summary>Sends what is still unanswered, again and again, and waits until no clip has a step left.</summary>
    public static async Task SettleAsync(Ground ground, HttpClient client, IReadOnlyCollection<Errand> errands, TimeSpan patience, Func<string> output)
    {
        var end = TimeProvider.System.GetUtcNow() + patience;
        while (true)
        {
            await Task.WhenAll(errands.Where(errand => !errand.Answered).Select(errand => errand.SendAsync(client)));
            if (errands.All(errand => errand.Answered) && await ground.IsAtRestAsync(Ct)) return;
            Assert.True(TimeProvider.System.GetUtcNow() < end, "The studio does not come to rest.\n" + await StandingAsync(ground) + "\n" + output());
            await Task.Delay(Look, Ct);
        }
    }

    private static async Task<string> StandingAsync(Ground ground) => string.Join('\n', (await ground.ClipsAsync(Ct))
        .Where(clip => clip.DueAt is not null).Select(clip => $"{clip.Prompt}: {clip.Status}, due {clip.DueAt}, tries {clip.Tries}, {clip.Sentence}"));
}
