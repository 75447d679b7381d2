using System.Net.Http.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Storyboard;

public abstract class PlanningAVideo(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_says_what_is_paid_used_and_saved_and_keeps_nothing()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var plan = await PreviewAsync(maker, project.Id, new PlanSettings());
        Assert.Equal(80, plan.UsedSeconds);
        Assert.True(plan.PaidSeconds >= plan.UsedSeconds - 15 && plan.PaidSeconds <= plan.NearestBeatPaid);
        Assert.Equal(plan.Shots.Sum(shot => shot.Price), plan.Price);
        Assert.Equal(plan.Shots.Sum(shot => shot.Paid), plan.PaidSeconds, 2);
        Assert.Equal([3, 4], plan.Repeats.Select(repeat => repeat.Section));
        Assert.All(plan.Repeats, repeat => Assert.True(repeat.SameFootage < repeat.AllNew));

        var again = await PreviewAsync(maker, project.Id, new PlanSettings { Repeats = [new RepeatChoice(3, RepeatAs.SameFootage), new RepeatChoice(4, RepeatAs.SameFootage)] });
        // Footage that is shown again needs neither clips nor stills of its own.
        Assert.Equal(plan.Price + plan.StillsPrice - plan.Repeats.Sum(repeat => repeat.AllNew - repeat.SameFootage), again.Price + again.StillsPrice);
        Assert.Equal(1, (await maker.Client.ReadProjectAsync(project.Id)).Version);
        Assert.Equal(0, house.Venice.Purchases);
    }

    [Fact]
    public async Task Prices_are_the_quotes_of_Venice_shot_by_shot()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var plan = await PreviewAsync(maker, project.Id, new PlanSettings { VideoModel = "lagoon-2-image-to-video" });
        foreach (var length in plan.Shots.Select(shot => shot.Duration!).Distinct())
        {
            var quote = await maker.Client.PostAsync("/api/clips/quote", new { model = plan.VideoModel, duration = length, resolution = plan.Resolution }).AsAsync<ClipQuoteView>();
            Assert.All(plan.Shots.Where(shot => shot.Duration == length), shot => Assert.Equal(quote.Each, shot.Price));
        }
    }

    [Fact]
    public async Task Plans_under_a_sum_stay_under_it_give_up_different_things_and_come_dearest_first()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var settings = new PlanSettings { VideoModel = "murano-3-image-to-video", Resolution = "1080p" };
        await maker.Client.PutAsJsonAsync($"/api/projects/{project.Id}/plan", new SavePlan(1, settings), ClipJson.Options, Ct).OkAsync();
        var whole = await PreviewAsync(maker, project.Id, settings);
        foreach (var share in new[] { 0.9, 0.6, 0.4 })
        {
            var under = (long)(whole.Price * share);
            var fit = await FitAsync(maker, project.Id, under);
            Assert.Equal(3, fit.Plans.Count);
            Assert.All(fit.Plans, plan => Assert.True(plan.Preview.Price <= under));
            Assert.Equal(fit.Plans.OrderByDescending(plan => plan.Preview.Price), fit.Plans);
            Assert.Equal(3, fit.Plans.Select(plan => plan.Sentence).Distinct().Count());
            // What is offered is what one gets.
            foreach (var plan in fit.Plans) Assert.Equal(plan.Preview.Price, (await PreviewAsync(maker, project.Id, plan.Plan)).Price);
        }
        Assert.Contains(await FitAsync(maker, project.Id, whole.Price + whole.StillsPrice + whole.WordsMost).ContinueWith(fit => fit.Result.Plans, Ct), plan => plan.Sentence.StartsWith("Nothing is given up", StringComparison.Ordinal));
        var none = await FitAsync(maker, project.Id, 1);
        Assert.Empty(none.Plans);
        Assert.True(none.Cheapest > 1);
        Assert.NotNull(none.Note);
    }

    [Fact]
    public async Task The_studios_own_choice_takes_the_shape_of_the_platform_and_costs_no_more_a_second_than_others()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        await maker.Client.PutAsJsonAsync($"/api/projects/{project.Id}/brief", new SaveBrief(1, new Brief { Platform = Platform.Tall }), ClipJson.Options, Ct).OkAsync();
        var plan = await PreviewAsync(maker, project.Id, new PlanSettings());
        var models = await maker.Client.GetAsync("/api/catalog/video-models", Ct).AsAsync<List<VeniceStudio.Server.Catalog.VideoModelView>>();
        var chosen = models.Single(model => model.Id == plan.VideoModel);
        Assert.True(chosen.Available && (chosen.AspectRatios.Count == 0 || chosen.AspectRatios.Contains("9:16")));
    }

    private static Task<PlanView> PreviewAsync(SignedIn maker, Guid project, PlanSettings plan) =>
        maker.Client.PostAsJsonAsync($"/api/projects/{project}/plan/preview", plan, ClipJson.Options, Ct).AsAsync<PlanView>();

    private static Task<FitView> FitAsync(SignedIn maker, Guid project, long under) =>
        maker.Client.PostAsync($"/api/projects/{project}/plan/fit", new { under }).AsAsync<FitView>();
}

public sealed class PlanningAVideoOnSqlite(SqliteWithVenice house) : PlanningAVideo(house), IClassFixture<SqliteWithVenice>;

public sealed class PlanningAVideoOnPostgres(PostgresWithVenice house) : PlanningAVideo(house), IClassFixture<PostgresWithVenice>;
