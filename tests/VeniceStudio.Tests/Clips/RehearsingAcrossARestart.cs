using Microsoft.AspNetCore.Builder;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Clips;

/// <summary>A rehearsal has its own Venice, which ends and begins again with the studio, at another port.</summary>
public sealed class RehearsingAcrossARestart
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

    private sealed class Rehearsal : StudioApp
    {
        protected override void Adjust(WebApplicationBuilder builder) => VeniceBeside.StopTheClockwork(builder, Clock);
    }
}
