using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Catalog;

/// <summary>
/// Venice's video models and text models as they are today, asked for at most every ten minutes however many browsers look. When
/// Venice does not answer, the last list goes on being used.
/// </summary>
public sealed class VideoCatalog(VeniceLink venice, TimeProvider time, IStudioEvents events)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private Listing? _listing;

    /// <summary>All video models. </summary>
    /// <exception cref="VeniceException">Venice does not answer and no list is known yet.</exception>
    public async Task<IReadOnlyList<VideoModel>> VideoModelsAsync(CancellationToken ct) => (await ListingAsync(ct)).Video;

    public async Task<VideoModel?> FindAsync(string id, CancellationToken ct) =>
        (await ListingAsync(ct)).ById.GetValueOrDefault(id);

    /// <summary>The text model that writes prompts: Venice's own default, or any that is online.</summary>
    public async Task<VeniceModel?> WriterAsync(CancellationToken ct) => (await ListingAsync(ct)).Writer;

    /// <summary>A text model by id or trait, for its price.</summary>
    public async Task<VeniceModel?> TextModelAsync(string idOrTrait, CancellationToken ct)
    {
        var listing = await ListingAsync(ct);
        var id = listing.Traits.GetValueOrDefault(idOrTrait, idOrTrait);
        return listing.Text.FirstOrDefault(model => model.Id == id);
    }

    private async Task<Listing> ListingAsync(CancellationToken ct)
    {
        if (_listing is { } known && time.GetUtcNow() < known.GoodUntil) return known;
        await _asking.WaitAsync(ct);
        try
        {
            if (_listing is { } meanwhile && time.GetUtcNow() < meanwhile.GoodUntil) return meanwhile;
            return _listing = await AskAsync(ct);
        }
        catch (VeniceException) when (_listing is not null)
        {
            return _listing = _listing with { GoodUntil = time.GetUtcNow() + AskAgain };
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<Listing> AskAsync(CancellationToken ct)
    {
        var client = await venice.ClientAsync(ct);
        var video = (await client.Models.ListAsync("video", ct)).Select(model => VideoModel.Of(model, time.GetUtcNow())).ToList();
        var text = await client.Models.ListAsync("text", ct);
        var traits = await client.Models.TraitsAsync("text", ct);
        var writer = text.FirstOrDefault(model => model.Id == traits.GetValueOrDefault("default") && !model.Offline)
            ?? text.FirstOrDefault(model => !model.Offline);
        if (_listing is not null && !_listing.Video.Select(model => model.Id).SequenceEqual(video.Select(model => model.Id)))
        {
            events.Publish(new Changed("catalog"));
        }
        return new Listing(video, video.ToDictionary(model => model.Id), text, traits, writer, time.GetUtcNow() + Fresh);
    }

    private sealed record Listing(
        IReadOnlyList<VideoModel> Video, Dictionary<string, VideoModel> ById, IReadOnlyList<VeniceModel> Text,
        IReadOnlyDictionary<string, string> Traits, VeniceModel? Writer, DateTimeOffset GoodUntil);
}
