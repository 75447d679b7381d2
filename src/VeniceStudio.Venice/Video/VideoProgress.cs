using System.Text;

namespace VeniceStudio.Venice;

/// <summary>Where a job stands.</summary>
public abstract record VideoProgress
{
    private VideoProgress()
    {
    }

    /// <summary>Still being made.</summary>
    /// <param name="Average">How long four of five jobs of this model take, if Venice knows.</param>
    /// <param name="Elapsed">How long this one has been at it.</param>
    public sealed record Working(TimeSpan? Average, TimeSpan? Elapsed) : VideoProgress;

    /// <summary>Made, and the bytes lie at a link: this answer never carries them, however often it is asked.</summary>
    /// <param name="DownloadUrl">The ticket's link, or one that this answer named. Null: Venice named none, ask again later.</param>
    /// <param name="Elapsed">How long it took, if Venice says.</param>
    public sealed record Finished(Uri? DownloadUrl, TimeSpan? Elapsed) : VideoProgress
    {
        protected override bool PrintMembers(StringBuilder builder)
        {
            builder.Append(DownloadUrl is null ? "without" : "with").Append(" download link, Elapsed = ").Append(Elapsed);
            return true;
        }
    }

    /// <summary>Over, without a video. Every status that nobody knows ends here, so that no order waits for ever.</summary>
    /// <param name="Status">Venice's word, such as <c>FAILED</c>.</param>
    /// <param name="Reason">Venice's explanation, if any, fit to show.</param>
    public sealed record Ended(string Status, string? Reason) : VideoProgress;

    /// <summary>Made, and here it comes. Dispose it.</summary>
    public sealed record Delivered(VideoDownload Video) : VideoProgress;
}
