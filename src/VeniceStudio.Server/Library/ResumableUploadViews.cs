using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Library;

/// <summary>Announces a file that will come in pieces. Its name is shown to people and decides nothing.</summary>
public sealed record StartUpload([Required, StringLength(500, MinimumLength = 1)] string Name, [Range(1, long.MaxValue)] long Bytes);

/// <summary>A file on its way in. The next piece starts at <c>Received</c> and has at most <c>ChunkBytes</c>.</summary>
public sealed record UploadView(Guid Id, string Name, long Bytes, long Received, int ChunkBytes);
