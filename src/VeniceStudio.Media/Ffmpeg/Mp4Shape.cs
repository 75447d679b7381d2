namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What the outer boxes of an MP4 file say about it.</summary>
public enum Mp4Shape
{
    /// <summary>Every box ends inside the file. A fragmented file cut exactly between fragments looks like this too.</summary>
    Whole,

    /// <summary>A box announces more bytes than there are.</summary>
    BreaksOff,

    /// <summary>The box that says where the frames lie is missing.</summary>
    NoIndex,
}
