using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Library;

/// <summary>Announces a file that will come in pieces. Its name is shown to people and decides nothing.</summary>
/// <param name="For">What it is to become, which decides how large it may be; a song when nothing is said.</param>
public sealed record StartUpload([Required, StringLength(500, MinimumLength = 1)] string Name, [Range(1, long.MaxValue)] long Bytes, UploadFor For = UploadFor.Song);

public enum UploadFor
{
    Song,

    /// <summary>A video or a picture for a shot: up to 2 GB.</summary>
    Footage,

    /// <summary>A project from another studio: up to 16 GB.</summary>
    Archive,
}

/// <summary>A file on its way in. The next piece starts at <c>Received</c> and has at most <c>ChunkBytes</c>.</summary>
public sealed record UploadView(Guid Id, string Name, long Bytes, long Received, int ChunkBytes);
