using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// What a connection sends, written to its socket when it is flushed. A stretch of a file may take the place of bytes: the kernel moves
/// it (sendfile), where Kestrel's own output copies each byte twice on its way. Kestrel counts such a stretch as it counts bytes.
/// </summary>
internal sealed class SocketOutput : PipeWriter
{
    /// <summary>A list is written in pieces of this size, each one call of the kernel.</summary>
    private const int PieceBytes = 16 * 1024;

    private readonly Socket _socket;
    private readonly PipeWriter _bytes;
    private SendPacketsElement? _offered;
    private SendPacketsElement? _stretch;

    private SocketOutput(Socket socket)
    {
        _socket = socket;
        _bytes = Create(new NetworkStream(socket, ownsSocket: false), new StreamPipeWriterOptions(minimumBufferSize: PieceBytes, leaveOpen: true));
    }

    /// <summary>Puts it between a connection and the socket.</summary>
    public static ConnectionDelegate Around(ConnectionDelegate next) => connection =>
    {
        var output = new SocketOutput(connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket);
        connection.Transport = new Transport(connection.Transport.Input, output);
        connection.Features.Set(output);
        return next(connection);
    };

    /// <summary>Sends a stretch of a file as the body that the headers of this answer announce. Nothing may stand between the answer and the connection.</summary>
    /// <exception cref="EndOfStreamException">The file is shorter: the connection ends early, so that nobody takes the answer for whole.</exception>
    public async Task SendAsync(HttpResponse response, FileStream file, long from, long length, CancellationToken ct)
    {
        await response.StartAsync(ct);
        for (var (at, end) = (from, from + length); at < end;)
        {
            var count = (int)Math.Min(int.MaxValue, end - at);
            if (file.Length < at + count) throw new EndOfStreamException("A stored file became shorter while it was sent.");
            // Kestrel moves on only over what it has lent.
            response.BodyWriter.GetMemory();
            _offered = new SendPacketsElement(file, at, count);
            response.BodyWriter.Advance(count);
            // Not taken: the connection has ended. Were it open, Kestrel would find the answer too short.
            if (_offered is not null || (await response.BodyWriter.FlushAsync(ct)).IsCompleted) break;
            at += count;
        }
        _offered = null;
    }

    public override void Advance(int bytes)
    {
        // A stretch lies in no memory that could be moved over.
        if (_offered is null) _bytes.Advance(bytes);
        (_stretch, _offered) = (_offered ?? _stretch, null);
    }

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var stretch = _stretch;
        _stretch = null;
        try
        {
            var flushed = await _bytes.FlushAsync(cancellationToken);
            if (stretch is not null && flushed is { IsCanceled: false, IsCompleted: false }) await SendAsync(stretch);
            return flushed;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Nobody reads any more, which a pipe says in this way.
            return new FlushResult(isCanceled: false, isCompleted: true);
        }
    }

    public override bool CanGetUnflushedBytes => _bytes.CanGetUnflushedBytes;

    public override long UnflushedBytes => _bytes.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(sizeHint);

    public override void CancelPendingFlush() => _bytes.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => _bytes.Complete(exception);

    private async Task SendAsync(SendPacketsElement stretch)
    {
        using var sending = new SocketAsyncEventArgs { SendPacketsElements = [stretch] };
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sending.Completed += (_, _) => sent.SetResult();
        if (_socket.SendPacketsAsync(sending)) await sent.Task;
        if (sending.SocketError != SocketError.Success) throw new SocketException((int)sending.SocketError);
    }

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
