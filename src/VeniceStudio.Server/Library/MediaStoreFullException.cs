namespace VeniceStudio.Server.Library;

/// <summary>The disk that holds the media has no room left. The message is a sentence for people.</summary>
public sealed class MediaStoreFullException(Exception? inner = null) : MediaStoreException("disk-full", 507,
    "The studio's disk is full, so the file could not be kept. Free some space under Settings, or give the studio a larger disk, and try again.", inner)
{
    private const int DiskFull = unchecked((int)0x80070070);
    private const int HandleDiskFull = unchecked((int)0x80070027);

    /// <summary>ENOSPC is 28 everywhere; EDQUOT is 122 on Linux and 69 on macOS; the last two are Windows' words for the same.</summary>
    public static bool IsFull(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is MediaStoreFullException) return true;
            if (e is IOException && e.HResult is 28 or 122 or 69 or DiskFull or HandleDiskFull) return true;
        }
        return false;
    }
}
