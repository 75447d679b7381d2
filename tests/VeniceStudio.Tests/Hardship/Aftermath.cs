using System.Security.Cryptography;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Simulator.Jobs;

namespace VeniceStudio.Tests.Hardship;

/// <summary>What must hold once all is quiet, whatever happened before.</summary>
internal static class Aftermath
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every order ended, was bought at most once, has its money settled and its file, if there is one.</summary>
    public static async Task HoldsAsync(Ground ground, IReadOnlyCollection<Errand> errands)
    {
        var clips = await ground.ClipsAsync(Ct);
        Assert.Equal(errands.Select(errand => errand.Prompt).Order(), clips.Select(clip => clip.Prompt).Order());
        var jobs = ground.Venice.World.Jobs;
        Assert.True(ground.Venice.World.Purchases <= errands.Count, $"{ground.Venice.World.Purchases} purchases for {errands.Count} orders.");
        Assert.All(jobs.GroupBy(job => job.Prompt), same => Assert.Single(same));
        var jobOf = jobs.ToDictionary(job => job.Prompt);
        foreach (var clip in clips)
        {
            Assert.Null(clip.LeaseOwner);
            await EndedWellAsync(ground, clip, jobOf.GetValueOrDefault(clip.Prompt));
        }
    }

    private static async Task EndedWellAsync(Ground ground, Clip clip, SimulatedJob? job)
    {
        await using var session = await ground.Db.ReadAsync(Ct);
        var line = await session.LineAsync(clip.LedgerId);
        switch (clip.Status)
        {
            case ClipStatus.Done:
                Assert.NotNull(job);
                Assert.Equal(LedgerState.Paid, line.State);
                await FileIsWholeAsync(ground, clip.MediaId!.Value);
                break;
            case ClipStatus.Failed:
                Assert.False(string.IsNullOrWhiteSpace(clip.Sentence));
                // Bought, and Venice has it: then it may not end without its file.
                Assert.True(job is null or { State: JobState.Failed or JobState.Refused },
                    $"'{clip.Prompt}' failed ({clip.FailureKind}: {clip.Sentence}) although Venice made it ({job?.State}).");
                Assert.Equal(job is null ? LedgerState.Released : job.Refunded > 0 && clip.Refunded == true ? LedgerState.Refunded : LedgerState.Paid, line.State);
                break;
            case ClipStatus.Uncertain:
                Assert.False(string.IsNullOrWhiteSpace(clip.Sentence));
                Assert.Equal(LedgerState.Uncertain, line.State);
                break;
            default:
                Assert.Fail($"'{clip.Prompt}' is {clip.Status}, due {clip.DueAt}: {clip.Sentence}");
                break;
        }
    }

    private static async Task FileIsWholeAsync(Ground ground, Guid id)
    {
        await using var session = await ground.Db.ReadAsync(Ct);
        var media = await session.OneAsync<MediaFile>("SELECT * FROM media WHERE id = @id", new { id });
        var path = new MediaStore(ground.Options).PathOf(media!);
        Assert.True(File.Exists(path), $"The file of media {id} is missing.");
        await using var file = File.OpenRead(path);
        Assert.Equal(media!.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Ct)));
        var verdict = await new ClipCheck(FfmpegTools.Find() ?? new FfmpegTools()).CheckAsync(path, new ClipExpectation(5, null), Ct);
        Assert.IsType<ClipVerdict.Sound>(verdict);
    }
}
