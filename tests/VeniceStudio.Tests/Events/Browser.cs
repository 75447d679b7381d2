namespace VeniceStudio.Tests.Events;

/// <summary>An open page: its line to the studio, read message by message. The clock is moved while it waits.</summary>
internal sealed class Browser(HttpResponseMessage answer, StreamReader lines, ManualTime clock) : IDisposable
{
    private Task<string?>? _reading;

    public HttpResponseMessage Answer => answer;

    public static async Task<Browser> OpenAsync(HttpClient client, ManualTime clock)
    {
        var ct = TestContext.Current.CancellationToken;
        var answer = await client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
        return new Browser(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(ct)), clock);
    }

    /// <summary>The next line that says something; null at the end of the stream.</summary>
    public async Task<string?> LineAsync(TimeSpan? step = null, Action? meanwhile = null)
    {
        while (true)
        {
            _reading ??= lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
            while (!_reading.IsCompleted)
            {
                clock.Advance(step ?? TimeSpan.FromMilliseconds(50));
                meanwhile?.Invoke();
                await Task.WhenAny(_reading, Task.Delay(5, TestContext.Current.CancellationToken));
            }
            var line = await _reading;
            _reading = null;
            if (line != "") return line;
        }
    }

    /// <summary>The name of the next event.</summary>
    public async Task<string> EventAsync(Action? meanwhile = null)
    {
        while (await LineAsync(null, meanwhile) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) return line[7..];
        }
        throw new EndOfStreamException("The stream of events ended.");
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }
}
