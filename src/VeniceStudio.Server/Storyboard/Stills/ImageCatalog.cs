using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>Venice's models that draw pictures and that change them, and which of them goes with which.</summary>
public sealed class ImageCatalog : IStillPrices
{
    /// <summary>Words of a shot with its look and cast take this much room; models that read less come last.</summary>
    private const int RoomyPrompt = 3000;

    /// <summary>Tools that are listed among the models that draw, and draw nothing from words.</summary>
    private const string Remover = "bg-remover";

    private readonly KeptListing<Listing> _listing;

    public ImageCatalog(VeniceLink venice, TimeProvider time) => _listing = new KeptListing<Listing>(time, async (_, ct) =>
    {
        var client = await venice.ClientAsync(ct);
        var now = time.GetUtcNow();
        var draw = (await client.Models.ListAsync("image", ct)).Where(model => !model.Id.Contains(Remover, StringComparison.Ordinal));
        var edit = await client.Models.ListAsync("inpaint", ct);
        var traits = await client.Models.TraitsAsync("image", ct);
        return new Listing(
            [.. draw.Select(model => ImageModel.Of(model, now))], [.. edit.Select(model => ImageModel.Of(model, now))], traits.GetValueOrDefault("default"));
    });

    /// <summary>Those that draw from words, in Venice's order.</summary>
    /// <exception cref="VeniceException">Venice does not answer and no list is known yet.</exception>
    public async Task<IReadOnlyList<ImageModel>> ModelsAsync(CancellationToken ct) => (await _listing.GetAsync(ct)).Draw;

    /// <summary>A model of either kind; null when Venice has none of that name.</summary>
    public async Task<ImageModel?> FindAsync(string id, CancellationToken ct)
    {
        var listing = await _listing.GetAsync(ct);
        return listing.Draw.Concat(listing.Edit).FirstOrDefault(model => model.Id == id);
    }

    /// <summary>What draws when nobody chose: Venice's own default where it draws this shape, else the cheapest that does.</summary>
    public async Task<ImageModel?> UsualAsync(string ratio, CancellationToken ct)
    {
        var listing = await _listing.GetAsync(ct);
        var able = listing.Draw.Where(model => model.Available && !model.Beta && model.PriceOf(0) is not null).ToList();
        return able.FirstOrDefault(model => model.Id == listing.Usual && model.Draws(ratio))
            ?? able.OrderBy(model => model.Draws(ratio) ? 0 : 1).ThenBy(model => model.PriceOf(0)).FirstOrDefault();
    }

    /// <summary>
    /// What changes pictures of a model: its own kin, so that the hand stays the same, else the cheapest that takes so many pictures in this
    /// shape and reads a long prompt.
    /// </summary>
    public async Task<ImageModel?> EditorOfAsync(ImageModel drawing, int pictures, string ratio, CancellationToken ct)
    {
        var able = (await _listing.GetAsync(ct)).Edit.Where(model => model.Available && !model.Beta && model.PriceOf(pictures) is not null).ToList();
        return able.FirstOrDefault(model => model.Id == drawing.Id + "-edit" && model.MostPictures >= Math.Min(pictures, 2))
            ?? able.OrderBy(model => model.MostPictures >= pictures ? 0 : 1).ThenBy(model => model.Draws(ratio) ? 0 : 1)
                .ThenBy(model => model.PromptLimit >= RoomyPrompt ? 0 : 1).ThenBy(model => model.PriceOf(pictures)).FirstOrDefault();
    }

    /// <summary>The model that draws a project's stills: the plan's, or the usual one; null when Venice has none.</summary>
    public async Task<ImageModel?> ChosenAsync(ProjectDocs docs, string? wanted, CancellationToken ct) =>
        (wanted ?? docs.Plan.ImageModel) is { } id ? (await _listing.GetAsync(ct)).Draw.FirstOrDefault(model => model.Id == id) : await UsualAsync(docs.AspectRatio, ct);

    /// <inheritdoc/>
    public async Task<long?> EachAsync(ProjectDocs docs, bool fromPicture, CancellationToken ct)
    {
        try
        {
            if (await ChosenAsync(docs, null, ct) is not { } drawing) return null;
            return fromPicture ? (await EditorOfAsync(drawing, 1, docs.AspectRatio, ct))?.PriceOf(1) : drawing.PriceOf(0);
        }
        catch (VeniceException)
        {
            return null;
        }
    }

    /// <summary>All that draw, each with its kin and both prices.</summary>
    public async Task<IReadOnlyList<ImageModelView>> ViewsAsync(string ratio, CancellationToken ct)
    {
        var usual = await UsualAsync(ratio, ct);
        var views = new List<ImageModelView>();
        foreach (var model in await ModelsAsync(ct))
        {
            var editor = await EditorOfAsync(model, 1, ratio, ct);
            views.Add(new ImageModelView(
                model.Id, model.Name, model.Private, model.Available, model.UnavailableBecause, model.Beta, model.RetiresAt, model.Id == usual?.Id,
                model.AspectRatios, model.Resolutions, model.Qualities, model.PromptLimit, model.PriceOf(0), editor?.Id, editor?.PriceOf(1)));
        }
        return views;
    }

    private sealed record Listing(IReadOnlyList<ImageModel> Draw, IReadOnlyList<ImageModel> Edit, string? Usual);
}
