namespace VeniceStudio.Venice.Wire;

/// <summary>
/// A body as it arrives: nothing is read ahead and nothing is kept. Silence beyond the limit, and a connection that breaks,
/// end it with <see cref="VeniceErrorKind.TornDownload"/>. The time between two reads, when the reader is busy, does not count.
/// </summary>
internal sealed class PatientStream : Stream
{
    private readonly Stream body;
    private readonly HttpResponseMessage response;
    private readonly Call call;
    private readonly TimeSpan patience;
    private readonly CancellationTokenSource silence;
    private ReadOnlyMemory<byte> head;

    public PatientStream(Stream body, HttpResponseMessage response, Call call, TimeSpan patience, TimeProvider time)
    {
        this.body = body;
        this.response = response;
        this.call = call;
        this.patience = patience;
        silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The length of an answer stands beside its stream.");

    public override long Position
    {
        get => throw new NotSupportedException("An answer is read once, from start to end.");
        set => throw new NotSupportedException("An answer is read once, from start to end.");
    }

    /// <summary>Looks at the first bytes, fewer when there are no more; later reads still return them.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(int count, CancellationToken ct)
    {
        var first = new byte[count];
        var have = 0;
        while (have < count && await ReadAsync(first.AsMemory(have), ct) is > 0 and var read) have += read;
        head = first.AsMemory(0, have);
        return head;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!head.IsEmpty) return FromHead(buffer.Span);

        await using var caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), silence);
        try
        {
            silence.CancelAfter(patience);
            return await body.ReadAsync(buffer, silence.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            throw Fault.Torn(call, e is OperationCanceledException ? patience : null, e);
        }
        finally
        {
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read this asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("An answer is read once.");

    public override void SetLength(long value) => throw new NotSupportedException("An answer is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An answer is only read.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            silence.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }

    private int FromHead(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, head.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }
}
