using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Catalog;

/// <summary>
/// Venice's video models and text models as they are today.
/// </summary>
public sealed class VideoCatalog
{
    private readonly VeniceLink venice;
    private readonly TimeProvider time;
    private readonly IStudioEvents events;
    private readonly KeptListing<Listing> _listing;

    public VideoCatalog(VeniceLink venice, TimeProvider time, IStudioEvents events)
    {
        (this.venice, this.time, this.events) = (venice, time, events);
        _listing = new KeptListing<Listing>(time, AskAsync);
    }

    /// <summary>All video models. </summary>
    /// <exception cref="VeniceException">Venice does not answer and no list is known yet.</exception>
    public async Task<IReadOnlyList<VideoModel>> VideoModelsAsync(CancellationToken ct) => (await ListingAsync(ct)).Video;

    public async Task<VideoModel?> FindAsync(string id, CancellationToken ct) =>
        (await ListingAsync(ct)).ById.GetValueOrDefault(id);

    /// <summary>The text model that writes prompts: Venice's own default, or any that is online.</summary>
    public async Task<VeniceModel?> WriterAsync(CancellationToken ct) => (await ListingAsync(ct)).Writer;

    /// <summary>The text model that writes answers in a given form: Venice's default if it can, else the first that is online and can, else any.</summary>
    public async Task<VeniceModel?> FormWriterAsync(CancellationToken ct) => (await ListingAsync(ct)).FormWriter;

    /// <summary>A text model by id or trait, for its price.</summary>
    public async Task<VeniceModel?> TextModelAsync(string idOrTrait, CancellationToken ct)
    {
        var listing = await ListingAsync(ct);
        var id = listing.Traits.GetValueOrDefault(idOrTrait, idOrTrait);
        return listing.Text.FirstOrDefault(model => model.Id == id);
    }

    private Task<Listing> ListingAsync(CancellationToken ct) => _listing.GetAsync(ct);

    private async Task<Listing> AskAsync(Listing? known, CancellationToken ct)
    {
        var client = await venice.ClientAsync(ct);
        var video = (await client.Models.ListAsync("video", ct)).Select(model => VideoModel.Of(model, time.GetUtcNow())).ToList();
        var text = await client.Models.ListAsync("text", ct);
        var traits = await client.Models.TraitsAsync("text", ct);
        var writer = text.FirstOrDefault(model => model.Id == traits.GetValueOrDefault("default") && !model.Offline)
            ?? text.FirstOrDefault(model => !model.Offline);
        if (known is not null && !known.Video.Select(model => model.Id).SequenceEqual(video.Select(model => model.Id)))
        {
            events.Publish(new Changed("catalog"));
        }
        var formWriter = new[] { writer }.Concat(text).FirstOrDefault(model => model is { Offline: false, Text.SupportsResponseSchema: true }) ?? writer;
        return new Listing(video, video.ToDictionary(model => model.Id), text, traits, writer, formWriter);
    }

    private sealed record Listing(
        IReadOnlyList<VideoModel> Video, Dictionary<string, VideoModel> ById, IReadOnlyList<VeniceModel> Text,
        IReadOnlyDictionary<string, string> Traits, VeniceModel? Writer, VeniceModel? FormWriter);
}
