using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>
/// Looks for plans under a sum that give up as little as possible: a cheaper model or resolution, repeats shown again, moving stills in
/// quiet sections, longer shots. Every plan is cut and priced shot by shot from Venice's quotes; nothing is estimated.
/// </summary>
public sealed class PlanFitting(Planning planning, UsualVideo usual)
{
    /// <summary>As many as a plan may name (see <see cref="PlanSettings"/>).</summary>
    private const int MostSections = 60;

    private const int MostPlans = 3, OtherModels = 3;

    public async Task<Results<Ok<FitView>, NotFound, ProblemHttpResult>> FitAsync(Member member, Guid id, long under, CancellationToken ct)
    {
        var (docs, song, problem) = await planning.LoadAsync(member, id, ct);
        if (docs is null) return TypedResults.NotFound();
        if (song is null) return problem!;
        try
        {
            var ground = await planning.GroundAsync(song, docs, ShotPrices.FormAge, ct);
            if (ground.Video is null) return Planning.NoModel(docs);
            var rates = await planning.RatesAsync(docs, ground.Priced(ground.Cut()), ct);
            var tried = (await VideosAsync(ground, ct)).SelectMany(Tastes).Select(cut => Tried(cut, ground, rates, under)).SelectMany(plans => plans).ToList();
            if (tried.Count == 0) return Planning.NoModel(docs);
            var fitting = Chosen([.. tried.Where(plan => plan.Total <= under)]);
            return TypedResults.Ok(new FitView(
                [.. fitting.Select(plan => new FitPlanView(plan.Sentence, plan.Ground.Docs.Plan, PlanViews.View(plan.Ground, plan.Plan, plan.Ground.Priced(plan.Ground.CutAtNearestBeats()), rates)))],
                tried.Min(plan => plan.Total),
                fitting.Count > 0 ? null
                    : $"No plan with clips stays under {Money.Dollars(under)}. The cheapest that was found costs {Money.Dollars(tried.Min(plan => plan.Total))}."));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>The plan's own model, its smaller resolutions, and the cheapest other models.</summary>
    private async Task<IReadOnlyList<PlanGround>> VideosAsync(PlanGround ground, CancellationToken ct)
    {
        var own = ground.Video!;
        var affordable = VideoChoice.Affordable(own.Model).ToList();
        var smaller = affordable.Take(Math.Max(0, affordable.IndexOf(own.Resolution ?? ""))).Reverse().Select(resolution => own with { Resolution = resolution });
        var others = await Task.WhenAll((await usual.CandidatesAsync(ground.Docs.AspectRatio, ct)).Where(choice => choice.Model.Id != own.Model.Id)
            .Select(async choice => (Choice: choice, PerSecond: await usual.PerSecondAsync(choice, ct))));
        var cheapest = others.Where(other => other.PerSecond is not null).OrderBy(other => other.PerSecond).Take(OtherModels).Select(other => other.Choice);
        var grounds = new List<PlanGround> { ground };
        foreach (var video in smaller.Concat(cheapest))
        {
            var plan = ground.Docs.Plan with { VideoModel = video.Model.Id, Resolution = video.Resolution };
            grounds.Add(ground with { Docs = ground.Docs with { Plan = plan }, Video = video, Prices = await planning.QuotesAsync(video, ShotPrices.FormAge, ct) });
        }
        return [.. grounds.Where(each => each.Prices.Count > 0)];
    }

    /// <summary>The cuts as they are wished for, and with longer shots.</summary>
    private static IEnumerable<(PlanGround Ground, CutPlan Cuts, bool Longer)> Tastes(PlanGround ground)
    {
        yield return (ground, ground.Cut(), false);
        var longer = ground.Docs.Plan with { Shortest = Math.Min(ground.Taste.Shortest * 2, 30), Longest = Math.Min(ground.Taste.Longest * 1.5, 60) };
        if (longer.Shortest >= longer.Longest) yield break;
        var calmer = ground with { Docs = ground.Docs with { Plan = longer } };
        yield return (calmer, calmer.Cut(), true);
    }

    /// <summary>One way to cut, with and without repeats shown again, each with as few moving stills as the sum allows.</summary>
    private static IEnumerable<FitTrial> Tried((PlanGround Ground, CutPlan Cuts, bool Longer) cut, PlanGround wished, PlanRates rates, long under)
    {
        var song = cut.Ground.Song;
        var quiet = Enumerable.Range(0, song.Sections.Count).Except(wished.Docs.Plan.StillSections).OrderBy(section => song.Sections[section].Energy)
            .Take(Math.Min(song.Sections.Count / 2, MostSections - wished.Docs.Plan.StillSections.Count)).ToList();
        var all = BoardDraft.Choices(song, wished.Docs.Plan);
        foreach (var again in all.Values.Any(choice => choice != RepeatAs.SameFootage) ? new[] { false, true } : [false])
        {
            for (var stills = 0; stills <= quiet.Count; stills++)
            {
                var plan = cut.Ground.Docs.Plan with
                {
                    StillSections = [.. wished.Docs.Plan.StillSections, .. quiet.Take(stills)],
                    Repeats = again ? [.. all.Keys.Take(MostSections).Select(section => new RepeatChoice(section, RepeatAs.SameFootage))] : wished.Docs.Plan.Repeats,
                };
                var ground = cut.Ground with { Docs = cut.Ground.Docs with { Plan = plan } };
                var trial = new FitTrial(ground, ground.Priced(cut.Cuts), wished.Video!, rates, again, stills, cut.Longer);
                if (trial.Total <= under || stills == quiet.Count) yield return trial;
                if (trial.Total <= under) break;
            }
        }
    }

    /// <summary>Up to three that give up different things: the least first chosen, the dearest first shown.</summary>
    private static IReadOnlyList<FitTrial> Chosen(IReadOnlyList<FitTrial> fitting)
    {
        var chosen = new List<FitTrial>();
        foreach (var trial in fitting.OrderBy(plan => plan.Losses).ThenByDescending(plan => plan.Total))
        {
            if (chosen.Count == MostPlans) break;
            if (chosen.All(other => other.Sentence != trial.Sentence && other.Total != trial.Total)) chosen.Add(trial);
        }
        return [.. chosen.OrderByDescending(plan => plan.Total)];
    }
}
