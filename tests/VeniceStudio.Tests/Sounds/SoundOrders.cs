using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Sounds;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Tests.Sounds;

/// <summary>What a person does with music and speech, over HTTP.</summary>
internal static class SoundOrders
{
    public const string Song = "serenata-2";
    public const long SongPrice = 600_000;
    public const string Voice = "tts-kokoro";

    public static object Music(string prompt = "A slow waltz for strings", int? variations = null, long shownEach = SongPrice, int seconds = 6) =>
        new { kind = "music", model = Song, prompt, seconds, variations, shownEach };

    public static object Speech(string text = "Good evening, and welcome to the lagoon.", long shownEach = 10_000) =>
        new { kind = "speech", model = Voice, prompt = text, shownEach };

    public static Task<HttpResponseMessage> PostSoundAsync(this HttpClient client, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/sounds") { Content = JsonContent.Create(body) };
        request.Headers.Add(Idempotency.Header, key ?? Guid.NewGuid().ToString());
        return client.SendAsync(request);
    }

    public static async Task<SoundView> OrderSoundAsync(this HttpClient client, object body)
    {
        using var answer = await client.PostSoundAsync(body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<List<SoundView>>(ClipJson.Options))![0];
    }

    public static async Task<SoundView> SoundAsync(this HttpClient client, Guid id) =>
        (await client.GetFromJsonAsync<SoundView>($"/api/sounds/{id}", ClipJson.Options))!;

    public static async Task<SoundView> DecideSoundAsync(this HttpClient client, Guid id, string what, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync($"/api/sounds/{id}/{what}", body ?? new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SoundView>(ClipJson.Options))!;
    }

    public static async Task<LedgerLine> LineOfSoundAsync(this StudioApp studio, Guid sound)
    {
        await using var session = await studio.Db.ReadAsync(TestContext.Current.CancellationToken);
        return (await session.OneAsync<LedgerLine>("SELECT ledger.* FROM ledger JOIN sounds ON sounds.ledger_id = ledger.id WHERE sounds.id = @sound", new { sound }))!;
    }

    /// <summary>Does every step of the sounds' pipeline that falls due within a stretch of time.</summary>
    public static async Task RunSoundsAsync(this StudioApp studio, TimeSpan? within = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var worker = studio.Services.GetRequiredService<PipelineWorker<Sound>>();
        var pipeline = studio.Services.GetRequiredService<IPipeline<Sound>>();
        var end = studio.Clock.GetUtcNow() + (within ?? TimeSpan.FromDays(3));
        while (true)
        {
            await worker.RunDueAsync(ct);
            if (await pipeline.NextDueAsync(ct) is not { } due || due > end) break;
            if (due > studio.Clock.GetUtcNow()) studio.Clock.Advance(due - studio.Clock.GetUtcNow());
            await studio.Services.GetRequiredService<VeniceWatch>().LookAsync(ct);
        }
    }

    /// <summary>An order as the work loop would leave it.</summary>
    public static async Task<Guid> GivenASoundAsync(this StudioApp studio, Guid account, ClipStatus status)
    {
        await using var session = await studio.Db.BeginAsync(TestContext.Current.CancellationToken);
        var line = LedgerLine.For(account, OrderKind.Music, Song, null, null, 1, session.Now);
        await session.InsertLineAsync(line);
        var place = new NewOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), line, await session.SettingsAsync());
        var settings = new SoundSettings { Kind = SoundKind.Music, Model = Song, Prompt = "a gondola" };
        await session.InsertSoundAsync(Sound.Ordered(account, place, settings, Song, 1, false, null, null, session.Now));
        await session.ExecuteAsync("UPDATE sounds SET status = @status, due_at = NULL WHERE id = @Id", new { status = (int)status, place.Id });
        await session.CommitAsync();
        return place.Id;
    }
}
