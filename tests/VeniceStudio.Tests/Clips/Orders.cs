using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;

namespace VeniceStudio.Tests.Clips;

/// <summary>What a person does with clips, over HTTP.</summary>
internal static class Orders
{
    public const string Model = "lagoon-2-text-to-video";
    public const string LinkModel = "corvo-text-to-video-private";

    public static object Body(string prompt = "A gondola at dusk", string model = Model, int? variations = null, bool? cleanUp = null, long shownEach = 250_000) => new
    {
        model,
        prompt,
        duration = "5s",
        aspectRatio = "16:9",
        resolution = model == LinkModel ? "480p" : null,
        variations,
        cleanUp,
        shownEach = model == LinkModel ? 10_000_000 : shownEach,
    };

    public static Task<HttpResponseMessage> PostOrderAsync(this HttpClient client, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/clips") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return client.SendAsync(request);
    }

    public static async Task<ClipView> OrderAsync(this HttpClient client, object body)
    {
        using var answer = await client.PostOrderAsync(body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<List<ClipView>>(ClipJson.Options))![0];
    }

    public static async Task<ClipView> ClipAsync(this HttpClient client, Guid id) =>
        (await client.GetFromJsonAsync<ClipView>($"/api/clips/{id}", ClipJson.Options))!;

    public static async Task<ClipView> DecideAsync(this HttpClient client, Guid id, string what, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync($"/api/clips/{id}/{what}", body ?? new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ClipView>(ClipJson.Options))!;
    }

    public static async Task<LedgerLine> LineOfAsync(this StudioApp studio, Guid clip)
    {
        await using var session = await studio.Services.GetRequiredService<StudioDb>().ReadAsync(CancellationToken.None);
        return (await session.OneAsync<LedgerLine>("SELECT * FROM ledger WHERE clip_id = @clip", new { clip }))!;
    }

    public static async Task<string> ProblemTypeAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!;
}
