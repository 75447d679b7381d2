using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Tracks;

/// <summary>What a person does with songs, over HTTP, and songs to do it with.</summary>
internal static class Songs
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Clicks at 120 a minute. The name tells files of other content apart.</summary>
    public static async Task<byte[]> ClicksAsync(this MediaBench bench, string name = "clicks.wav", int seconds = 16, string how = "", int hertz = 1000)
    {
        var path = await bench.MakeAsync(name, $"-f lavfi -i aevalsrc=sin(2*PI*{hertz}*t)*exp(-40*mod(t\\,0.5)):s=22050:d={seconds}" + how);
        return await File.ReadAllBytesAsync(path, Ct);
    }

    /// <summary>Brings a whole file in, in pieces of 8 MB, and gives the upload's id.</summary>
    public static async Task<Guid> UploadAsync(this HttpClient client, byte[] content, string name = "song.mp3")
    {
        var upload = await client.PostAsync("/api/uploads", new { name, bytes = content.LongLength }).OkAsync();
        var (id, piece) = (upload.GetProperty("id").GetGuid(), upload.GetProperty("chunkBytes").GetInt32());
        for (var from = 0; from < content.Length; from += piece)
            await client.SendPieceAsync(id, from, content.AsMemory(from, Math.Min(piece, content.Length - from))).OkAsync();
        return id;
    }

    public static Task<HttpResponseMessage> SendPieceAsync(this HttpClient client, Guid id, long from, ReadOnlyMemory<byte> piece)
    {
        var body = new ReadOnlyMemoryContent(piece);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return client.PutAsync($"/api/uploads/{id}?from={from}", body, Ct);
    }

    /// <summary>Uploads a file and asks for a song of it.</summary>
    public static async Task<HttpResponseMessage> BringAsync(this HttpClient client, byte[] content, string name = "song.mp3") =>
        await client.PostAsync("/api/tracks", new { uploadId = await client.UploadAsync(content, name) });

    public static async Task<Guid> SongAsync(this HttpClient client, byte[] content, string name = "song.wav") =>
        (await client.BringAsync(content, name).OkAsync()).GetProperty("id").GetGuid();

    /// <summary>A song that has been listened to.</summary>
    public static async Task<Guid> HeardSongAsync(this StudioApp studio, HttpClient client, byte[] content)
    {
        var id = await client.SongAsync(content);
        await studio.ListenAsync();
        Assert.Equal("heard", (await client.TrackAsync(id)).Text("state"));
        return id;
    }

    public static Task<int> ListenAsync(this StudioApp studio) => studio.Services.GetRequiredService<PipelineWorker<Track>>().RunDueAsync(Ct);

    public static Task<JsonElement> TrackAsync(this HttpClient client, Guid id) => client.GetAsync($"/api/tracks/{id}", Ct).OkAsync();

    public static Task<JsonElement> HearingAsync(this HttpClient client, Guid id, string side = "corrected") =>
        client.GetAsync($"/api/tracks/{id}/hearing?as={side}", Ct).OkAsync();

    public static async Task<long> CountAsync(this StudioApp studio, string table, string where = "1 = 1")
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return await session.OneAsync<long>($"SELECT COUNT(*) FROM {table} WHERE {where}");
    }

    public static IReadOnlyList<double> Beats(this JsonElement hearing) => [.. hearing.GetProperty("beats").EnumerateArray().Select(beat => beat.GetDouble())];

    public static async Task NoContentAsync(this Task<HttpResponseMessage> answer)
    {
        using var arrived = await answer;
        Assert.Equal(HttpStatusCode.NoContent, arrived.StatusCode);
    }
}
