namespace VeniceStudio.Simulator.Rendering;

/// <summary>Writes a file so that a reader, or the next start after a kill, sees all of it or none.</summary>
internal static class Whole
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var half = $"{path}.{Guid.NewGuid():N}.half";
        File.WriteAllBytes(half, bytes);
        File.Move(half, path, overwrite: true);
    }
}
