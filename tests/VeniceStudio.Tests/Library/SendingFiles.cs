using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Library;

/// <summary>Files as they arrive, seen from the other end of the connection.</summary>
public sealed partial class SendingFiles(SqliteStudio studio) : IClassFixture<SqliteStudio>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_that_are_asked_for_in_one_breath_come_whole_and_one_after_the_other()
    {
        var content = LibraryGiven.Bytes(3_000_000);
        var (media, bearer) = await GivenAsync(content);
        using var socket = Connected();
        var asked = new[] { "bytes=0-", "bytes=2999999-", "bytes=10-2500000", "bytes=0-0" };
        await socket.SendAsync(Encoding.ASCII.GetBytes(string.Concat(asked.Select(range => Request(media, bearer, range)))), Ct);

        await using var stream = new NetworkStream(socket);
        byte[][] expected = [content, content[2_999_999..], content[10..2_500_001], content[..1]];
        foreach (var body in expected) Assert.Equal(body, await AnswerAsync(stream));
    }

    [Fact]
    public async Task Somebody_who_reads_slowly_gets_every_byte()
    {
        var content = LibraryGiven.Bytes(12_000_000);
        var (media, bearer) = await GivenAsync(content);
        using var socket = Connected(receives: 8 * 1024);
        await socket.SendAsync(Encoding.ASCII.GetBytes(Request(media, bearer, "bytes=0-")), Ct);
        await using var stream = new NetworkStream(socket);
        Assert.Equal(content, await AnswerAsync(stream));
    }

    [Fact]
    public async Task Somebody_who_leaves_in_the_middle_leaves_no_file_open_and_nobody_else_without_it()
    {
        var content = LibraryGiven.Bytes(12_000_000);
        var (media, bearer) = await GivenAsync(content);
        using (var socket = Connected(receives: 8 * 1024))
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(Request(media, bearer, "bytes=0-")), Ct);
            await socket.ReceiveAsync(new byte[1000], Ct);
            Assert.True(IsOpen(media));
            socket.LingerState = new LingerOption(true, 0);   // closes with a reset, as a phone does that loses its network
        }
        while (IsOpen(media)) await Task.Delay(10, Ct);

        using var script = studio.NewClient();
        script.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        Assert.Equal(content, await script.GetByteArrayAsync($"/api/media/{media.Id}", Ct));
    }

    private async Task<(MediaFile Media, string Bearer)> GivenAsync(byte[] content)
    {
        using var member = await studio.MemberAsync();
        using var script = await studio.WithTokenAsync(member.Id);
        return (await studio.GivenMediaAsync(member.Id, content), script.DefaultRequestHeaders.Authorization!.Parameter!);
    }

    private Socket Connected(int? receives = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (receives is { } bytes) socket.ReceiveBufferSize = bytes;
        socket.Connect(IPAddress.Loopback, studio.Address.Port);
        return socket;
    }

    private string Request(MediaFile media, string bearer, string range) =>
        $"GET /api/media/{media.Id} HTTP/1.1\r\nHost: {studio.Address.Authority}\r\nAuthorization: Bearer {bearer}\r\nRange: {range}\r\n\r\n";

    /// <summary>The next answer's body, whose length its headers tell.</summary>
    private static async Task<byte[]> AnswerAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, Ct);
            head.Append((char)one[0]);
        }
        Assert.StartsWith("HTTP/1.1 ", head.ToString(), StringComparison.Ordinal);
        var body = new byte[int.Parse(Length().Match(head.ToString()).Groups[1].ValueSpan, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, Ct);
        return body;
    }

    /// <summary>Whether this process, which the studio runs in, has the file open; where the system does not tell, it seems closed.</summary>
    private bool IsOpen(MediaFile media) => Directory.Exists("/proc/self/fd") && Directory.EnumerateFileSystemEntries("/proc/self/fd")
        .Any(entry => new FileInfo(entry).LinkTarget == studio.PathOf(media));

    [GeneratedRegex(@"Content-Length: (\d+)")]
    private static partial Regex Length();
}
