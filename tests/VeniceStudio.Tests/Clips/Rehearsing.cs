using Microsoft.AspNetCore.Builder;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Clips;

/// <summary>A rehearsal has its own Venice, which ends and begins again with the studio, at another port, and knows nobody who could add credit.</summary>
public sealed class Rehearsing
{
    [Fact]
    public async Task A_clip_that_is_fetched_by_a_link_comes_home()
    {
        await using var studio = new Rehearsal();
        await studio.InitializeAsync();
        var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body(model: Orders.LinkModel));
        await studio.RunUntilAsync(TimeSpan.Zero);
        Assert.Equal(ClipStatus.Working, (await owner.Client.ClipAsync(clip.Id)).Status);

        await studio.RestartAsync();
        await studio.RunUntilIdleAsync();

        Assert.Equal(ClipStatus.Done, (await owner.Client.ClipAsync(clip.Id)).Status);
    }

    [Fact]
    public async Task Whoever_has_used_up_the_play_money_gets_more()
    {
        await using var studio = new Rehearsal();
        var kept = Directory.CreateDirectory(Path.Combine(studio.Folder, "rehearsal"));
        await File.WriteAllTextAsync(
            Path.Combine(kept.FullName, "journal.jsonl"), """{"Balance":0.01,"Purchases":400,"Job":null}""" + "\n", TestContext.Current.CancellationToken);
        await studio.InitializeAsync();
        var owner = await studio.OwnerAsync();
        var clip = await owner.Client.OrderAsync(Orders.Body());
        await studio.RunUntilAsync(TimeSpan.Zero);
        Assert.Equal(ClipStatus.Working, (await owner.Client.ClipAsync(clip.Id)).Status);
    }

    private sealed class Rehearsal : StudioApp
    {
        protected override void Adjust(WebApplicationBuilder builder) => VeniceBeside.StopTheClockwork(builder, Clock);
    }
}
