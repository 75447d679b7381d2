using System.Runtime.CompilerServices;
using System.Text;

namespace VeniceStudio.Venice;

/// <summary>The data of each event of a <c>text/event-stream</c>; comments, names and heartbeats are passed over.</summary>
internal static class ServerSentEvents
{
    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        using var lines = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        StringBuilder? data = null;
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                data = data is null ? new StringBuilder() : data.Append('\n');
                data.Append(line.AsSpan(line.StartsWith("data: ", StringComparison.Ordinal) ? 6 : 5));
            }
            else if (line.Length == 0 && data is not null)
            {
                yield return data.ToString();
                data = null;
            }
        }

        // The closing blank line is often left out of the last event.
        if (data is not null) yield return data.ToString();
    }
}
