using System.Collections.Concurrent;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>The video model of a project: the one that its plan names, else the one that the studio would take.</summary>
public sealed class UsualVideo(VideoCatalog catalog, PriceBook prices, TimeProvider time)
{
    /// <summary>A shot is seldom shorter: a model whose shortest clip is longer wastes what it is paid for.</summary>
    private const double SensibleShortest = 6;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Choice> _choices = new();

    /// <summary>Null when Venice has no model that fits.</summary>
    /// <exception cref="VeniceException">Venice does not answer and nothing is known.</exception>
    internal async Task<VideoChoice?> OfAsync(ProjectDocs docs, CancellationToken ct)
    {
        if (docs.Plan.VideoModel is { } named && await catalog.FindAsync(named, ct) is { } model && VideoChoice.MakesShots(model.View))
            return VideoChoice.Of(model.View, docs.Plan.Resolution, docs.AspectRatio);
        return await UsualAsync(docs.AspectRatio, ct) is { } usual ? VideoChoice.Of(usual.Model, docs.Plan.Resolution ?? usual.Resolution, docs.AspectRatio) : null;
    }

    /// <summary>Every model that makes a clip of this shape from a still and can be ordered now, in its usual resolution.</summary>
    internal async Task<IReadOnlyList<VideoChoice>> CandidatesAsync(string ratio, CancellationToken ct) =>
        [.. (await catalog.VideoModelsAsync(ct)).Select(model => model.View)
            .Where(model => model is { Kind: VideoModelKind.ImageToVideo, Available: true, Beta: false } && VideoChoice.TakesRatio(model, ratio))
            .Select(model => VideoChoice.Of(model, null, ratio))
            .Where(choice => choice.Lengths.Count > 0 && choice.Lengths[0].Seconds <= SensibleShortest)];

    /// <summary>Micro-dollars for a second of its shortest clip; null when Venice gives no price for it.</summary>
    internal async Task<double?> PerSecondAsync(VideoChoice choice, CancellationToken ct)
    {
        try
        {
            var (seconds, name) = choice.Lengths[0];
            return await prices.WithinAsync(choice.QuoteOf(name), Kept, ct) / seconds;
        }
        catch (VeniceException e) when (!e.MayPass)
        {
            return null;
        }
    }

    /// <summary>The cheapest by the second. Asked for once an hour: prices move seldom, and a board should not change its model by itself.</summary>
    private async Task<VideoChoice?> UsualAsync(string ratio, CancellationToken ct)
    {
        if (_choices.TryGetValue(ratio, out var known) && time.GetUtcNow() - known.At < Kept
            && await catalog.FindAsync(known.Video.Model.Id, ct) is { View.Available: true }) return known.Video;
        IReadOnlyList<VideoChoice> candidates;
        (VideoChoice Choice, double? PerSecond)[] asked;
        try
        {
            candidates = await CandidatesAsync(ratio, ct);
            asked = await Task.WhenAll(candidates.Select(async choice => (Choice: choice, PerSecond: await PerSecondAsync(choice, ct))));
        }
        catch (VeniceException) when (known is not null)
        {
            return known.Video;
        }
        var best = asked.Where(answer => answer.PerSecond is not null).OrderBy(answer => answer.PerSecond).ThenBy(answer => answer.Choice.Model.Id, StringComparer.Ordinal)
            .Select(answer => answer.Choice).FirstOrDefault();
        if (best is not null) _choices[ratio] = new Choice(best, time.GetUtcNow());
        return best ?? (candidates.Count > 0 ? candidates[0] : null);
    }

    private sealed record Choice(VideoChoice Video, DateTimeOffset At);
}
