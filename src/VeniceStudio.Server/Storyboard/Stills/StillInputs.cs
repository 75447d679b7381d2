using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>The pictures that a still is made of, as Venice takes them: large enough for it, and small enough that several fit into one request (T13).</summary>
public sealed class StillInputs(StudioDb db, MediaStore store, MediaDataUrl dataUrl, FfmpegTools tools)
{
    /// <summary>Venice refuses to edit smaller ones (CONTRACT 3).</summary>
    private const long FewestPixels = 65_536;

    /// <summary>As they lie; larger files are packed again. Six of these are 12 MB as base64.</summary>
    private const long MostBytes = 1_500_000;

    private static readonly ImageLimits Limits = new(MinShortSide: 260, MinAspect: 0.2, MaxAspect: 5, MaxBytes: MostBytes);

    /// <summary>Data URLs in the order of the ids.</summary>
    /// <exception cref="MissingInputException">One is gone, or of no use.</exception>
    public async Task<IReadOnlyList<string>> OfAsync(Guid account, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Dictionary<Guid, MediaFile> files;
        await using (var session = await db.ReadAsync(ct)) files = (await session.MediaOfAsync(account, ids.Distinct())).ToDictionary(file => file.Id);
        var urls = new List<string>();
        foreach (var id in ids)
        {
            if (!files.TryGetValue(id, out var file) || file.Kind != MediaKind.Image)
                throw new MissingInputException("A picture that this still was to be made of is no longer in the library. Nothing was paid. Choose another one and draw it anew.");
            urls.Add(await OfAsync(file, ct));
        }
        return urls;
    }

    private async Task<string> OfAsync(MediaFile file, CancellationToken ct)
    {
        try
        {
            if (file.Bytes <= MostBytes && (long)(file.Width ?? 0) * (file.Height ?? 0) >= FewestPixels) return await dataUrl.OfAsync(file, ct);
            var fitted = await new ImageFit(tools).FitAsync(await store.LocalAsync(file, ct), store.TemporaryFolder, Limits, ct);
            try
            {
                return $"data:image/jpeg;base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(fitted.Path, ct))}";
            }
            finally
            {
                MediaStore.Forget(fitted.Path);
            }
        }
        catch (MediaException e) when (e.Fault != MediaFault.Tool)
        {
            throw new MissingInputException($"The picture {file.Name} cannot be used for this still. Nothing was paid. {e.Message}");
        }
        catch (IOException e) when (e is not MediaStoreException)
        {
            throw new MissingInputException($"The picture {file.Name} is no longer there. Nothing was paid. Upload it again, or choose another one.");
        }
    }
}
