using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Sounds;

public abstract class SpeakingAText(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    [Theory]
    [InlineData("tts-kokoro", "audio/mpeg")]
    [InlineData("tts-chatterbox-hd", "audio/wav")]
    public async Task Is_one_call_whose_answer_becomes_a_file_in_a_format_that_the_model_has(string model, string type)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var spoken = await owner.Client.OrderSoundAsync(new { kind = "speech", model, prompt = "Good evening, and welcome to the lagoon.", shownEach = 10_000 });
        await studio.RunSoundsAsync();

        var done = await owner.Client.SoundAsync(spoken.Id);
        Assert.Equal(ClipStatus.Done, done.Status);
        Assert.Equal(type, done.Media!.MimeType);
        Assert.InRange(done.Media.Seconds!.Value, 1, 10);
        Assert.Equal(1, house.Venice.Calls["audio/speech"]);
        Assert.Equal((LedgerState.Paid, done.Quoted), ((await studio.LineOfSoundAsync(spoken.Id)).State, done.Paid));
        Assert.Empty(Directory.EnumerateFiles(studio.Services.GetRequiredService<MediaStore>().TemporaryFolder));
    }

    [Theory]
    [InlineData("queue-500-charged")]
    [InlineData("queue-cut-charged")]
    [InlineData("queue-html-charged")]
    [InlineData("cut-media")]
    public async Task T1_A_lost_or_torn_answer_is_uncertain_and_the_text_is_never_sent_again_by_itself(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var spoken = await owner.Client.OrderSoundAsync(SoundOrders.Speech($"Good evening to all of you out there. [sim:{fault}]"));
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Uncertain, (await owner.Client.SoundAsync(spoken.Id)).Status);
        Assert.Equal(1, house.Venice.Calls["audio/speech"]);
        Assert.Equal(LedgerState.Uncertain, (await studio.LineOfSoundAsync(spoken.Id)).State);
        Assert.Equal(ClipStatus.Failed, (await owner.Client.DecideSoundAsync(spoken.Id, "charged")).Status);
    }

    [Theory]
    [InlineData("html-as-mp4")]
    [InlineData("empty-media")]
    public async Task What_is_no_sound_ends_as_paid_with_a_sentence_and_offers_no_second_download(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var spoken = await owner.Client.OrderSoundAsync(SoundOrders.Speech($"Good evening. [sim:{fault}]"));
        await studio.RunSoundsAsync();
        var ended = await owner.Client.SoundAsync(spoken.Id);
        Assert.Equal(ClipStatus.Failed, ended.Status);
        Assert.False(ended.Failure!.CanCollectAgain);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfSoundAsync(spoken.Id)).State);
        Assert.Equal(1, house.Venice.Calls["audio/speech"]);
    }

    [Fact]
    public async Task A_refusal_offers_other_words_and_costs_nothing()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var spoken = await owner.Client.OrderSoundAsync(SoundOrders.Speech("Good evening. [sim:refuse-content]"));
        await studio.RunSoundsAsync();
        var refused = await owner.Client.SoundAsync(spoken.Id);
        Assert.Equal(("refused", 0), (refused.Failure!.Kind, refused.Paid));
        Assert.NotNull(refused.Failure.SuggestedPrompt);
        Assert.Equal(LedgerState.Released, (await studio.LineOfSoundAsync(spoken.Id)).State);
    }

    [Fact]
    public async Task A_crash_between_the_sound_and_its_row_takes_the_sound_up_where_it_lies_and_pays_once()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var first = await owner.Client.OrderSoundAsync(SoundOrders.Speech());
        await studio.RunSoundsAsync();
        var store = studio.Services.GetRequiredService<MediaStore>();
        var second = await owner.Client.OrderSoundAsync(SoundOrders.Speech("Good morning, and goodbye to the lagoon."));
        await using (var session = await studio.Db.BeginAsync(TestContext.Current.CancellationToken))
        {
            var file = (await session.MediaOfAsync(owner.Id, (await owner.Client.SoundAsync(first.Id)).Media!.Id))!;
            File.Copy(store.PathOf(file), store.LandingOf(second.Id, ".sound"));
            await session.ExecuteAsync("UPDATE sounds SET status = 2, submitted_at = @Now WHERE id = @Id", new { second.Id, session.Now });
            await session.CommitAsync();
        }
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Done, (await owner.Client.SoundAsync(second.Id)).Status);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfSoundAsync(second.Id)).State);
        Assert.Equal(1, house.Venice.Calls["audio/speech"]);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_the_purchase_leaves_it_in_doubt()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var spoken = await owner.Client.OrderSoundAsync(SoundOrders.Speech());
        await using (var session = await studio.Db.BeginAsync(TestContext.Current.CancellationToken))
        {
            await session.ExecuteAsync("UPDATE sounds SET status = 2, submitted_at = @Now WHERE id = @Id", new { spoken.Id, session.Now });
            await session.CommitAsync();
        }
        await studio.RunSoundsAsync();
        Assert.Equal(ClipStatus.Uncertain, (await owner.Client.SoundAsync(spoken.Id)).Status);
        Assert.Equal(0, house.Venice.Calls.GetValueOrDefault("audio/speech"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_here_and_a_disk_that_fills_up_meanwhile_says_what_was_lost()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        using var longer = await owner.Client.PostSoundAsync(SoundOrders.Speech(new string('a', 4097), 1_000_000));
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);

        var store = studio.Services.GetRequiredService<MediaStore>();
        var opening = store.Opening;
        store.Opening = _ => throw new IOException("No space left on device", 28);
        try
        {
            var spoken = await owner.Client.OrderSoundAsync(SoundOrders.Speech());
            await studio.RunSoundsAsync();
            var lost = await owner.Client.SoundAsync(spoken.Id);
            Assert.Equal(("lost", LedgerState.Paid), (lost.Failure!.Kind, (await studio.LineOfSoundAsync(spoken.Id)).State));
            Assert.Contains("disk", lost.Failure.Sentence, StringComparison.Ordinal);
        }
        finally
        {
            store.Opening = opening;
        }
    }
}

public sealed class SpeakingATextOnSqlite(SqliteWithVenice house) : SpeakingAText(house), IClassFixture<SqliteWithVenice>;

public sealed class SpeakingATextOnPostgres(PostgresWithVenice house) : SpeakingAText(house), IClassFixture<PostgresWithVenice>;
