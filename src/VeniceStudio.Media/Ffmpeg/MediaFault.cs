namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Why a <see cref="MediaException"/> was thrown.</summary>
public enum MediaFault
{
    /// <summary>Damaged, cut off or empty.</summary>
    Broken,

    /// <summary>Another sort of file than the ones taken here.</summary>
    WrongKind,

    /// <summary>A sound file of the right sort, outside a limit that the sentence names.</summary>
    OutsideLimits,

    /// <summary>ffmpeg is missing, too slow or failed for a reason that is not in the file.</summary>
    Tool,
}
