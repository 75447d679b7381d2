using System.Text.Json;

namespace VeniceStudio.Venice.Wire;

/// <summary>An answer whose headers are here and whose body is still on its way.</summary>
internal sealed class Reply(HttpResponseMessage response, Call call, VeniceOptions options, TimeProvider time)
{
    // A listing of every model with descriptions is a few megabytes; a body past this is no answer of ours.
    private const int LongestJson = 32 * 1024 * 1024;
    private const int LongestError = 256 * 1024;

    private bool kept;

    public HttpResponseMessage Response => response;

    public Call Call => call;

    public string? MediaType => response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();

    public long? ReceivedBytes { get; private set; }

    /// <summary>The body as JSON.</summary>
    /// <exception cref="VeniceException">Unreadable.</exception>
    public async Task<JsonElement> JsonAsync(CancellationToken ct) => Json(await BytesAsync(LongestJson, ct));

    public JsonElement Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            return LenientJson.Parse(body);
        }
        catch (JsonException)
        {
            throw Unreadable(body);
        }
    }

    public Task<ReadOnlyMemory<byte>> BytesAsync(CancellationToken ct) => BytesAsync(LongestJson, ct);

    /// <summary>The body as a stream that minds silence and outlives this reply; whoever gets it disposes it.</summary>
    public async Task<PatientStream> StreamAsync(CancellationToken ct)
    {
        var body = await response.Content.ReadAsStreamAsync(ct);
        kept = true;
        ReceivedBytes = response.Content.Headers.ContentLength;
        return new PatientStream(body, response, call, options.DownloadIdleTimeout, time);
    }

    public VeniceException Unreadable(ReadOnlyMemory<byte> body) => Fault.Unreadable(call, response, body, time.GetUtcNow());

    public VeniceException ErrorInside(JsonElement frame) => Fault.InStream(call, response, frame, time.GetUtcNow());

    public async Task<VeniceException> RefusalAsync(CancellationToken ct)
    {
        ReadOnlyMemory<byte> body = default;
        try
        {
            body = await BytesAsync(LongestError, ct);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or VeniceException or OperationCanceledException)
        {
            // The status alone says enough: a refusal whose words never come must not turn into a doubtful purchase.
        }

        return Fault.Refused(call, response, body, time.GetUtcNow());
    }

    /// <summary>Lets go of the connection, unless a stream that was handed out still needs it.</summary>
    public void Release(bool failed)
    {
        if (failed || !kept) response.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> BytesAsync(int most, CancellationToken ct)
    {
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            ReceivedBytes = bytes.Length;
            if (bytes.Length > most) throw Unreadable(default);
        }

        ReceivedBytes = bytes.Length;
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
