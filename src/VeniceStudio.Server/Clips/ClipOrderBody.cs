using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>Turns a clip's settings into what Venice is sent: only fields that the model takes, media as data URLs.</summary>
public sealed class ClipOrderBody(StudioDb db, VideoCatalog catalog, MediaDataUrl dataUrl, MediaStore store, FfmpegTools tools)
{
    /// <summary>What Venice takes in one request is 35 MB; base64 makes four of every three bytes (T13).</summary>
    private const long MostInputBytes = 26_000_000;

    /// <exception cref="MissingInputException">An input is gone, or all together are too large.</exception>
    public async Task<VideoOrder> BuildAsync(Clip clip, CancellationToken ct)
    {
        var settings = clip.Read();
        var model = (await catalog.FindAsync(clip.Model, ct))?.View
            ?? throw new MissingInputException($"{clip.ModelName} is no longer offered by Venice. Nothing was paid. Choose another model.");
        var inputs = await InputsAsync(clip.AccountId, settings, ct);
        async Task<string?> Url(Guid? id) => id is { } known ? await dataUrl.OfAsync(inputs[known], ct) : null;

        var references = new List<string>();
        foreach (var id in settings.ReferenceImageIds ?? []) references.Add(await dataUrl.OfAsync(inputs[id], ct));
        // This family takes its reference pictures as scene images (CONTRACT 2.7).
        var asScenes = references.Count > 0 && model.Id.StartsWith("kling-", StringComparison.Ordinal);
        var quote = PriceBook.QuoteOf(model, settings.Duration, settings.AspectRatio, settings.Resolution, settings.Sound);
        return new VideoOrder
        {
            Model = quote.Model,
            Prompt = settings.Prompt,
            NegativePrompt = string.IsNullOrWhiteSpace(settings.NegativePrompt) ? null : settings.NegativePrompt,
            Duration = quote.Duration,
            AspectRatio = quote.AspectRatio,
            Resolution = quote.Resolution,
            Audio = quote.Audio,
            ImageUrl = await Url(settings.ImageId),
            EndImageUrl = await Url(settings.EndImageId),
            AudioUrl = settings.Stretch is { } stretch ? await HeardAsync(clip.AccountId, stretch, ct) : await Url(settings.AudioId),
            ReferenceImageUrls = references.Count > 0 && !asScenes ? references : null,
            SceneImageUrls = asScenes ? references : null,
            Consents = clip.ConsentGiven
                ? new SeedanceConsents { ConfirmedTermsAndPrivacy = true, ConfirmedLegalRight = true, ConfirmedScreeningAcknowledged = true }
                : null,
        };
    }

    /// <summary>All media that settings name.</summary>
    public static IEnumerable<Guid> InputIds(ClipSettings settings) =>
        new[] { settings.ImageId, settings.EndImageId, settings.AudioId }.OfType<Guid>().Concat(settings.ReferenceImageIds ?? []);

    /// <summary>The stretch of the song as WAV, which begins on the sample in every decoder: lips follow it.</summary>
    private async Task<string> HeardAsync(Guid account, HeardStretch stretch, CancellationToken ct)
    {
        MediaFile? song;
        await using (var session = await db.ReadAsync(ct))
        {
            song = await session.TrackOfAsync(account, stretch.TrackId) is { } track ? await session.MediaOfAsync(account, track.MediaId) : null;
        }
        if (song is null) throw new MissingInputException("The song of this shot is no longer there. Nothing was paid. Bring it again and retry.");
        string? cut = null;
        try
        {
            Directory.CreateDirectory(store.TemporaryFolder);
            cut = (await new AudioCut(tools).CutAsync(await store.LocalAsync(song, ct), store.TemporaryFolder, stretch.Start, stretch.Seconds, ct)).Path;
            return $"data:audio/wav;base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(cut, ct))}";
        }
        catch (Exception e) when (e is MediaException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MissingInputException($"The song cannot be cut for this shot. Nothing was paid. {(e is MediaException ? e.Message : "Bring it again and retry.")}");
        }
        finally
        {
            if (cut is not null) MediaStore.Forget(cut);
        }
    }

    private async Task<Dictionary<Guid, MediaFile>> InputsAsync(Guid account, ClipSettings settings, CancellationToken ct)
    {
        var ids = InputIds(settings).Distinct().ToList();
        if (ids.Count == 0) return [];
        await using var session = await db.ReadAsync(ct);
        var found = (await session.MediaOfAsync(account, ids)).ToDictionary(media => media.Id);
        if (found.Count < ids.Count)
        {
            throw new MissingInputException("A picture or sound that this clip was ordered with is no longer in the library. Nothing was paid. Add it again and retry.");
        }
        return found.Values.Sum(media => media.Bytes) <= MostInputBytes ? found
            : throw new MissingInputException("The pictures and sounds together are over 26 MB, more than Venice takes at once. Nothing was paid. Use fewer of them.");
    }
}
