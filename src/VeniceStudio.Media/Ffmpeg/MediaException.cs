namespace VeniceStudio.Media.Ffmpeg;

/// <summary>A file could not be used. The message is a sentence for the person who brought it.</summary>
public class MediaException(string sentence, MediaFault fault = MediaFault.Broken, string? detail = null) : Exception(sentence)
{
    /// <summary>Whose fault it is, so that an answer over HTTP can carry the right status.</summary>
    public MediaFault Fault { get; } = fault;

    /// <summary>The end of what the tool said. For the log only: it may name paths.</summary>
    public string? Detail { get; } = detail;
}
