using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// Songs at a glance, as lists show many of them. Taken from the drawn song when somebody asks first and kept with what was heard, so that no list has
/// songs drawn again whose files are gone.
/// </summary>
public sealed class SongShapes(StudioDb db, WaveformShelf shelf)
{
    /// <summary>The bytes of <see cref="WaveformShape"/>; null while the song has not been heard, none while its picture lies nowhere.</summary>
    public async Task<byte[]?> OfAsync(Track track, CancellationToken ct)
    {
        if (track.HeardVersion is not { } version) return null;
        await using (var session = await db.ReadAsync(ct))
            if (await session.ShapeAsync(track.Sha256, version) is { } known) return Convert.FromBase64String(known);
        if (await DrawnAsync(track, version, ct) is not { } shape) return [];
        await using (var session = await db.BeginAsync(ct))
        {
            await session.KeepShapeAsync(track.Sha256, version, Convert.ToBase64String(shape));
            await session.CommitAsync();
        }
        return shape;
    }

    private async Task<byte[]?> DrawnAsync(Track track, int version, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(shelf.PathOf(track.Sha256, version));
            return WaveformShape.Of(await WaveformFile.ReadAsync(file, ct));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or MediaException)
        {
            return null;
        }
    }
}
