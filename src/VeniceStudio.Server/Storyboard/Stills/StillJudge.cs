using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>
/// Whether what came may stand on a board. Blurred, refused, empty and flat pictures come with a success and are never chosen, let
/// alone animated (T16); they were paid for, and the sentence says so.
/// </summary>
public sealed class StillJudge(StudioDb db, MediaStore store, PictureCheck check, FfmpegTools tools, ILogger<StillJudge> log) : IDisposable
{
    private static readonly ImageLimits Thumbnail = new(MinShortSide: 16, MaxPixels: 640 * 360, MinAspect: 0.1, MaxAspect: 10, MaxBytes: 200_000);

    /// <summary>Decoding at 4K takes 50 MB: two at a time is what a small container bears.</summary>
    private readonly SemaphoreSlim _looking = new(2, 2);

    public async Task<Judgement> JudgeAsync(Still still, string landed, CancellationToken ct) => StillFlaws.Of(landed) switch
    {
        StillFlaw.Blurred => new Judgement.Rejected("blurred",
            $"Venice blurred this {still.Noun} because it took it for adult content, so it is not used. It cost {await PaidAsync(still, ct)}. "
            + "Change the words, or order it with safe mode off."),
        StillFlaw.Violation => new Judgement.Rejected("refused",
            $"Venice found that this {still.Noun} breaks its content policy and sent nothing that could be used. It cost {await PaidAsync(still, ct)}. "
            + "Change the words and draw it anew."),
        _ => await LookAsync(still, landed, ct),
    };

    /// <summary>A small JPEG for grids. A still without one is still a still.</summary>
    public async Task<bool> ThumbnailAsync(string landed, Guid media, CancellationToken ct)
    {
        try
        {
            store.MakeFolderOf(media);
            var small = await new ImageFit(tools).FitAsync(landed, store.TemporaryFolder, Thumbnail, ct);
            File.Move(small.Path, store.PosterPathOf(media), overwrite: true);
            return true;
        }
        catch (MediaException e)
        {
            log.LogWarning(e, "No thumbnail for media {Id}", media);
            return false;
        }
    }

    public void Dispose() => _looking.Dispose();

    private async Task<Judgement> LookAsync(Still still, string landed, CancellationToken ct)
    {
        await _looking.WaitAsync(ct);
        try
        {
            return await check.CheckAsync(landed, ct) switch
            {
                PictureVerdict.Sound sound => new Judgement.File(LabelOf(still, sound), null),
                PictureVerdict.Blank blank => Useless(still, $"Venice sent no usable picture: {blank.Reason}", await PaidAsync(still, ct)),
                PictureVerdict.NotAPicture other => Useless(still, $"What Venice sent as this {still.Noun} is of no use: {other.Reason}", await PaidAsync(still, ct)),
                _ => throw new InvalidOperationException("A verdict that nobody knows."),
            };
        }
        finally
        {
            _looking.Release();
        }
    }

    private static Judgement.Rejected Useless(Still still, string what, string cost) =>
        new("unusable", $"{what}. It cost {cost}, and Venice sends a {still.Noun} only once. Draw it anew, or ask Venice's support for the money.");

    private static MediaLabel LabelOf(Still still, PictureVerdict.Sound picture)
    {
        var extension = ContentSniff.Extension(picture.Kind);
        return new MediaLabel(
            MediaKind.Image, ContentSniff.MimeType(picture.Kind), extension, PromptName.Of(still.Read().Sentence ?? still.Prompt, extension, "Still"),
            picture.Width, picture.Height, null);
    }

    private async Task<string> PaidAsync(Still still, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return Money.Dollars((await session.LineAsync(still.LedgerId)).Paid);
    }
}
