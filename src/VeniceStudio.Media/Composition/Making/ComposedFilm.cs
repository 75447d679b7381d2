namespace VeniceStudio.Media.Composition;

/// <summary>A film that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Key">The plan's.</param>
/// <param name="Frames">Counted in the file.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Encoded">Segments made for it.</param>
/// <param name="Reused">Segments that lay there already.</param>
public sealed record ComposedFilm(string Path, string Key, int Frames, long Bytes, int Encoded, int Reused);
