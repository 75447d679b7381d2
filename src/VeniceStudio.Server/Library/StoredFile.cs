namespace VeniceStudio.Server.Library;

/// <summary>A file that is safely in the store: on the disk, under its final name, whole.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="KeptIn">The S3 store that has it as well; null without one.</param>
public sealed record StoredFile(string Path, long Bytes, string Sha256, string? KeptIn = null);
