using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Takes in what people bring: looked at by content, decoded, brought into the form that Venice takes, then stored. The original is not
/// kept. Until the last step everything lies in the temporary folder, so whatever goes wrong leaves nothing behind.
/// </summary>
public sealed class Uploads(MediaStore store, StudioDb db, FfmpegTools tools, StudioOptions options, IStudioEvents events) : IDisposable
{
    /// <summary>A picture of 100 megapixels takes 400 MB while it is decoded: two at a time is what a small container bears.</summary>
    private readonly SemaphoreSlim _decoding = new(2, 2);

    public Task<Results<Created<MediaView>, ProblemHttpResult>> TakeImageAsync(Member member, HttpRequest request, CancellationToken ct) =>
        TakeAsync(member, request, FitAsync, ct);

    /// <summary>Keeps a stretch of a song: both in seconds; without a length as much as there is, at most 30.</summary>
    public Task<Results<Created<MediaView>, ProblemHttpResult>> TakeAudioAsync(
        Member member, HttpRequest request, double start, double? length, CancellationToken ct) =>
        TakeAsync(member, request, (file, stop) => CutAsync(file, start, length, stop), ct);

    public void Dispose() => _decoding.Dispose();

    private async Task<Results<Created<MediaView>, ProblemHttpResult>> TakeAsync(
        Member member, HttpRequest request, Func<ReceivedFile, CancellationToken, Task<Prepared>> prepare, CancellationToken ct)
    {
        try
        {
            var (received, refusal) = await ReceivedFile.ReceiveAsync(request, store, options.UploadMegabytes, ct);
            if (received is null) return refusal!;
            using (received)
            {
                using var prepared = await PrepareAsync(received, prepare, ct);
                var media = await StoreAsync(member, prepared, ct);
                return TypedResults.Created($"/api/media/{media.Id}", media.ToView());
            }
        }
        catch (MediaStoreException e)
        {
            return Problems.Of(e.Status, e.Kind, e.Message, ("field", ReceivedFile.Field));
        }
        catch (MediaException e)
        {
            return RefusalOf(e);
        }
    }

    private async Task<Prepared> PrepareAsync(ReceivedFile file, Func<ReceivedFile, CancellationToken, Task<Prepared>> prepare, CancellationToken ct)
    {
        await _decoding.WaitAsync(ct);
        try
        {
            return await prepare(file, ct);
        }
        finally
        {
            _decoding.Release();
        }
    }

    private async Task<Prepared> FitAsync(ReceivedFile file, CancellationToken ct)
    {
        var image = await new ImageFit(tools).FitAsync(file.Path, store.TemporaryFolder, new ImageLimits(), ct);
        return new Prepared(image.Path, MediaKind.Image, "image/jpeg", ".jpg", CleanName.Of(file.Name, ".jpg", "picture"), image.Width, image.Height, null);
    }

    private async Task<Prepared> CutAsync(ReceivedFile file, double start, double? length, CancellationToken ct)
    {
        var facts = await new AudioCheck(tools).CheckAsync(file.Path, ct);
        var wanted = length ?? Math.Clamp(facts.DurationSeconds - start, AudioCut.Shortest, AudioCut.Longest);
        var cut = await new AudioCut(tools).CutAsync(file.Path, store.TemporaryFolder, start, wanted, ct, AudioCutFormat.Mp3);
        return new Prepared(cut.Path, MediaKind.Audio, "audio/mpeg", ".mp3", CleanName.Of(file.Name, ".mp3", "sound"), null, null, cut.LengthSeconds);
    }

    private async Task<MediaFile> StoreAsync(Member member, Prepared prepared, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var stored = await store.TakeInAsync(prepared.Path, id, prepared.Extension, ct);
        var committing = false;
        try
        {
            await using var session = await db.BeginAsync(ct);
            var media = prepared.ToMedia(id, member.Id, stored, session.Now);
            await session.InsertMediaAsync(media);
            session.AfterCommit(() => events.Publish(new Changed("library", member.Id)));
            committing = true;
            await session.CommitAsync();
            return media;
        }
        catch when (!committing)
        {
            // From the commit on nobody knows whether the row is there; the sweep finds out and clears up.
            MediaStore.Forget(stored.Path);
            throw;
        }
    }

    private static ProblemHttpResult RefusalOf(MediaException e) => e.Fault switch
    {
        MediaFault.WrongKind => Problems.Of(415, "wrong-kind", e.Message, ("field", ReceivedFile.Field)),
        MediaFault.Tool => Problems.Of(503, "not-now", e.Message, ("field", ReceivedFile.Field)),
        _ => Problems.Bad(ReceivedFile.Field, e.Message),
    };

    /// <summary>A file ready to be stored, still temporary; gone when disposed, unless it was taken in.</summary>
    private sealed record Prepared(
        string Path, MediaKind Kind, string MimeType, string Extension, string Name, int? Width, int? Height, double? Seconds) : IDisposable
    {
        public MediaFile ToMedia(Guid id, Guid accountId, StoredFile stored, DateTimeOffset now) => new()
        {
            Id = id, AccountId = accountId, Kind = Kind, MimeType = MimeType, Extension = Extension, Name = Name,
            Bytes = stored.Bytes, Sha256 = stored.Sha256, KeptIn = stored.KeptIn, Width = Width, Height = Height, Seconds = Seconds, CreatedAt = now,
        };

        public void Dispose() => MediaStore.Forget(Path);
    }
}
