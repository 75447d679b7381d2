using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VeniceStudio.Benchmarks;

/// <summary>One HTTP request over a bare socket: on two cores a client that costs much would hide what the server costs.</summary>
/// <param name="Status">The status line's number.</param>
/// <param name="Bytes">Bytes of the body.</param>
/// <param name="FirstByte">From the request to the first byte of the body.</param>
/// <param name="Total">From the request to the last byte.</param>
internal sealed record Fetch(int Status, long Bytes, TimeSpan FirstByte, TimeSpan Total)
{
    private const int BufferBytes = 256 * 1024;

    public double MegabytesPerSecond => Bytes / 1e6 / Total.TotalSeconds;

    /// <summary>Reads the answer to its end and throws it away.</summary>
    /// <param name="port">Where on loopback.</param>
    /// <param name="head">Request line and headers, without the last empty line; Host and Connection are added.</param>
    /// <param name="body">Sent with its length; null sends none.</param>
    /// <exception cref="IOException">The connection ended within the headers.</exception>
    public static Task<Fetch> RunAsync(int port, string head, string? body = null) => Task.Factory.StartNew(() => Run(port, head, body), TaskCreationOptions.LongRunning);

    private static Fetch Run(int port, string head, string? body)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        var length = body is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        var watch = Stopwatch.StartNew();
        socket.Send(Encoding.ASCII.GetBytes($"{head}\r\nHost: localhost:{port}\r\n{length}Connection: close\r\n\r\n{body}"));

        var buffer = new byte[BufferBytes];
        var (filled, bodyAt) = (0, -1);
        while (bodyAt < 0 || filled == bodyAt)
        {
            var read = socket.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None);
            filled += read;
            if (bodyAt < 0 && buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is >= 0 and var end) bodyAt = end + 4;
            if (read == 0 && bodyAt < 0) throw new IOException("The connection ended before the headers did.");
            if (read == 0) break;
        }
        var first = watch.Elapsed;
        var status = int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), CultureInfo.InvariantCulture);
        long bytes = filled - bodyAt;
        while (socket.Receive(buffer) is > 0 and var more) bytes += more;
        return new Fetch(status, bytes, first, watch.Elapsed);
    }
}
