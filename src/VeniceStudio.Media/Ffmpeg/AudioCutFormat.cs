namespace VeniceStudio.Media.Ffmpeg;

/// <summary>How a cut is written.</summary>
public enum AudioCutFormat
{
    /// <summary>16 bits at 44.1 kHz: 176 KB a second in stereo; starts and ends on the sample in every decoder.</summary>
    Wav,

    /// <summary>192 kbit/s at 44.1 kHz: 24 KB a second; decoders that ignore its gap tag start up to 50 ms late.</summary>
    Mp3,
}
