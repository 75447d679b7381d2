namespace VeniceStudio.Venice;

/// <summary>Where a sound stands.</summary>
public abstract record MusicProgress
{
    private MusicProgress()
    {
    }

    /// <summary>Still being made.</summary>
    /// <param name="Average">How long four of five jobs of this model take, if Venice knows.</param>
    /// <param name="Elapsed">How long this one has been at it.</param>
    public sealed record Working(TimeSpan? Average, TimeSpan? Elapsed) : MusicProgress;

    /// <summary>Venice calls it made and sent no bytes along. No document knows this answer; the next one brings them. Ask again.</summary>
    /// <param name="Elapsed">How long it took, if Venice says.</param>
    public sealed record Finished(TimeSpan? Elapsed) : MusicProgress;

    /// <summary>Over, without a sound. Every status that nobody knows ends here, so that no order waits for ever.</summary>
    /// <param name="Status">Venice's word, such as <c>FAILED</c>.</param>
    /// <param name="Reason">Venice's explanation, if any, fit to show.</param>
    public sealed record Ended(string Status, string? Reason) : MusicProgress;

    /// <summary>Made, and here it comes. Dispose it.</summary>
    public sealed record Delivered(SoundDownload Sound) : MusicProgress;
}
