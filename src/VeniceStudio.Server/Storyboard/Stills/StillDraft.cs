using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>
/// One picture of one order. A sentence changes the shot's present still; a shot that sees an earlier set from another angle starts from
/// that set's still, which is drawn before it; whoever of the cast has pictures comes along, so that faces stay the same; the rest is drawn from words.
/// </summary>
/// <param name="catalog">Knows which model changes pictures of the drawing one.</param>
/// <param name="docs">What the creator said about the film.</param>
/// <param name="drawing">What draws from words.</param>
/// <param name="coming">Shots whose still is on its way, or drawn with the same order.</param>
/// <param name="safe">Venice blurs adult content.</param>
internal sealed class StillDraft(ImageCatalog catalog, ProjectDocs docs, ImageModel drawing, IReadOnlySet<Guid> coming, bool safe)
{
    /// <summary>Pictures of one cast member that go along with a sheet.</summary>
    private const int SheetPictures = 3;

    /// <summary>Null when its price is unknown.</summary>
    public Task<StillPiece?> ShotAsync(Board board, Shot shot, string? sentence, CancellationToken ct) =>
        !string.IsNullOrWhiteSpace(sentence) && shot.StillId is { } present ? ChangedAsync(shot, present, sentence.Trim(), ct) : DrawnAsync(board, shot, ct);

    public async Task<StillPiece?> SheetAsync(CastMember member, CancellationToken ct)
    {
        var pictures = member.PictureIds.Take(SheetPictures).ToList();
        var editor = pictures.Count == 0 ? null : await catalog.EditorOfAsync(drawing, pictures.Count, docs.AspectRatio, ct);
        pictures = [.. pictures.Take(editor?.MostPictures ?? 0)];
        var prompt = StillPrompts.Sheet(docs, member, pictures.Count > 0, (editor ?? drawing).PromptLimit);
        // Three figures side by side want a wide picture, whatever the film's shape.
        return Piece(editor ?? drawing, null, member.Id, Settings(StillPurpose.CastSheet, editor ?? drawing, prompt, pictures, "16:9", keepsShape: false));
    }

    private async Task<StillPiece?> ChangedAsync(Shot shot, Guid present, string sentence, CancellationToken ct)
    {
        if (await catalog.EditorOfAsync(drawing, 1, docs.AspectRatio, ct) is not { } editor) return null;
        var settings = Settings(StillPurpose.Edit, editor, StillPrompts.Change(sentence, editor.PromptLimit), [present], docs.AspectRatio, keepsShape: true);
        return Piece(editor, shot.Id, null, settings with { Sentence = sentence, Replaces = present });
    }

    private async Task<StillPiece?> DrawnAsync(Board board, Shot shot, CancellationToken ct)
    {
        var before = StillSets.DrawnBefore(board, shot, coming);
        var set = before is null ? board.SetOf(shot)?.StillId : null;
        var cast = docs.Cast.Where(member => shot.CastIds.Contains(member.Id) && member.PictureIds.Count > 0).ToList();
        var wanted = cast.Count + (set is null && before is null ? 0 : 1);
        var editor = wanted == 0 ? null : await catalog.EditorOfAsync(drawing, wanted, docs.AspectRatio, ct);
        var room = editor?.MostPictures ?? 0;
        // With room for one picture only, the set says more about the shot than one face of it.
        var fromSet = (set is not null || before is not null) && room > 0;
        var shown = cast.Take(Math.Max(0, room - (fromSet ? 1 : 0))).ToList();
        var model = fromSet || shown.Count > 0 ? editor! : drawing;
        var prompt = StillPrompts.Shot(docs, shot, fromSet, shown, model.PromptLimit);
        IReadOnlyList<Guid> pictures = [.. fromSet && set is { } there ? new[] { there } : [], .. shown.Select(member => member.PictureIds[0])];
        var waitsFor = fromSet ? before : null;
        var settings = Settings(StillPurpose.Shot, model, prompt, pictures, docs.AspectRatio, keepsShape: false, waitsFor);
        return Piece(model, shot.Id, null, settings with { Replaces = shot.StillId }, waitsFor);
    }

    private StillSettings Settings(StillPurpose purpose, ImageModel model, string prompt, IReadOnlyList<Guid> pictures, string ratio, bool keepsShape, Guid? waitsFor = null)
    {
        var count = pictures.Count + (waitsFor is null ? 0 : 1);
        var size = model.SizeFor(ratio);
        return new StillSettings
        {
            Purpose = purpose,
            // The route for one picture takes no quality, and then the dearest is charged.
            Way = count == 0 ? StillWay.Draw : count > 1 || (model.Quality is not null && model.MostPictures > 1) ? StillWay.Blend : StillWay.Edit,
            Model = model.Id,
            Prompt = prompt,
            AspectRatio = keepsShape ? null : model.RatioFor(ratio),
            Width = size?.Width,
            Height = size?.Height,
            Resolution = model.Resolution,
            Quality = model.Quality,
            SafeMode = safe,
            PictureIds = pictures,
        };
    }

    private static StillPiece? Piece(ImageModel model, Guid? shot, Guid? cast, StillSettings settings, Guid? waitsFor = null) =>
        model.PriceOf(settings.PictureIds.Count + (waitsFor is null ? 0 : 1)) is { } price
            ? new StillPiece(shot, cast, settings, model.Name, price) { SetShotId = waitsFor } : null;
}
