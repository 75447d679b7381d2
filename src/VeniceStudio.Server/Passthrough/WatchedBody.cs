namespace VeniceStudio.Server.Passthrough;

/// <summary>The way back to the caller for text: the key is masked, a tail is kept for whoever asks what it cost. Nothing is delayed.</summary>
internal sealed class WatchedBody(Stream inner, KeyGuard guard, AnswerTail? tail) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        tail?.Add(buffer.Span);
        if (guard.Pass(buffer.Span) is { IsEmpty: false } passing) await inner.WriteAsync(passing, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Lets out what was held back. Once, when everything has come.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        if (guard.Rest() is { IsEmpty: false } rest) await inner.WriteAsync(rest, ct);
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The way back is written to asynchronously.");
}
