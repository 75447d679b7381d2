using System.Text.Json;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>The words of a track, heard by Venice in one call that is billed by the second of song.</summary>
public sealed class ListeningCraft(StudioDb db, VeniceLink venice, MediaStore store, SmallerSong smaller) : ISoundCraft
{
    /// <summary>Venice takes 25 MB; a little is left for the form around the file.</summary>
    private const long MostBytes = 24L * 1024 * 1024;

    public SoundKind Kind => SoundKind.Lyrics;

    public async Task<long?> PriceAsync(Sound sound, SoundModel model, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return model.Listening?.PriceOf((await TrackAsync(session, sound)).Seconds);
    }

    public async Task<Func<Task<Receipt>>> PrepareAsync(Sound sound, SoundModel model, string landing, CancellationToken ct)
    {
        MediaFile file;
        await using (var session = await db.ReadAsync(ct))
        {
            var track = await TrackAsync(session, sound);
            file = await session.MediaOfAsync(sound.AccountId, track.MediaId) ?? throw Gone();
        }
        var order = new TranscriptionOrder
        {
            Sound = await BytesAsync(file, ct),
            FileName = "song.mp3",
            Model = sound.Model,
            Timestamps = true,
        };
        var client = await venice.ClientAsync(ct);
        return async () =>
        {
            var transcript = await client.Speech.TranscribeAsync(order, CancellationToken.None);
            var temporary = store.NewTemporary(".words");
            try
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(WordTimes.Of(transcript), ClipJson.Options);
                await store.FillAsync(temporary, new MemoryStream(json), CancellationToken.None);
                File.Move(temporary, landing, overwrite: true);
                return new Receipt(sound.Model, null);
            }
            catch (MediaStoreFullException)
            {
                return new Receipt(sound.Model, null) { Lost = "Venice heard the lyrics and charged it, but the studio's disk was full. Free some room and have them recognised again." };
            }
            finally
            {
                MediaStore.Forget(temporary);
            }
        };
    }

    public async Task<Judgement> JudgeAsync(Sound sound, string landed, CancellationToken ct)
    {
        await using var file = File.OpenRead(landed);
        try
        {
            sound.Heard = await JsonSerializer.DeserializeAsync<List<HeardWord>>(file, ClipJson.Options, ct) ?? [];
        }
        catch (JsonException)
        {
            return new Judgement.Unusable("What was heard in this song was damaged on the studio's disk.");
        }
        return new Judgement.Words(sound.Heard.Count > 0 ? null
            : $"{sound.ModelName} heard the song and gave no times, so nothing can be aligned. Choose another model, one that gives times of words.");
    }

    /// <summary>A song that Venice can read: as it is when it is a small MP3, otherwise made into one.</summary>
    private async Task<byte[]> BytesAsync(MediaFile file, CancellationToken ct)
    {
        var path = await store.LocalAsync(file, ct);
        var made = store.NewTemporary(".mp3");
        try
        {
            if (file.Extension == ".mp3" && file.Bytes <= MostBytes) return await File.ReadAllBytesAsync(path, ct);
            await smaller.MakeAsync(path, made, ct);
            return await File.ReadAllBytesAsync(made, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Gone();
        }
        catch (MediaException e)
        {
            throw new MissingInputException($"{e.Message} Nothing was paid.");
        }
        finally
        {
            MediaStore.Forget(made);
        }
    }

    private static async Task<Track> TrackAsync(DbSession session, Sound sound) =>
        sound.TrackId is { } id && await session.TrackOfAsync(sound.AccountId, id) is { } track ? track : throw Gone();

    private static MissingInputException Gone() => new("The song that was to be listened to is no longer in the library. Nothing was paid.");
}
