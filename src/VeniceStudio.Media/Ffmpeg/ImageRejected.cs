namespace VeniceStudio.Media.Ffmpeg;

/// <summary>A readable picture that breaks a limit; the sentence names the limit and what to do.</summary>
public sealed class ImageRejected(string sentence) : MediaException(sentence, MediaFault.OutsideLimits);
