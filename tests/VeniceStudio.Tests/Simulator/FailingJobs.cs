using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Jobs;

namespace VeniceStudio.Tests.Simulator;

public sealed class FailingJobs
{
    [Fact]
    public async Task A_job_fails_at_the_poll_it_was_told_and_stays_failed()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:fail-after=3][sim:refund]");

        var words = new List<string>();
        for (var poll = 0; poll < 4; poll++) words.Add((await venice.RetrieveAsync(ticket)).Json["status"]!.GetValue<string>());

        Assert.Equal(["PROCESSING", "PROCESSING", "FAILED", "FAILED"], words);
        Assert.Equal(100m, venice.World.Balance);
        Assert.Equal(0.25m, Assert.Single(venice.World.Jobs).Refunded);
    }

    [Theory]
    [InlineData("refuse-422-refunded", true, false)]
    [InlineData("refuse-422-kept", false, false)]
    [InlineData("refuse-422-flat-refunded", true, true)]
    [InlineData("refuse-422-flat-kept", false, true)]
    public async Task A_refusal_says_what_happened_to_the_money_and_it_happened_once(string tag, bool refunded, bool flat)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync($"[sim:{tag}][sim:recommend=murano-3-text-to-video]");
        Assert.Equal(99.75m, venice.World.Balance);

        var answer = await venice.RetrieveAsync(ticket);
        await venice.RetrieveAsync(ticket);

        Assert.Equal(422, answer.Status);
        var holder = flat ? answer.Json : answer.Json["error"]!;
        Assert.Equal(refunded, holder["credits_refunded"]!.GetValue<bool>());
        if (!flat) Assert.Equal("murano-3-text-to-video", holder["recommended_model"]!.GetValue<string>());
        Assert.Equal(refunded ? 100m : 99.75m, venice.World.Balance);
        Assert.Equal(JobState.Refused, Assert.Single(venice.World.Jobs).State);
    }

    [Theory]
    [InlineData("status=CANCELLED", "CANCELLED")]
    [InlineData("status=Evaporated", "Evaporated")]
    [InlineData("status=CANCELLED][sim:lowercase", "cancelled")]
    public async Task A_job_can_end_with_a_word_that_nobody_documented(string tag, string word)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync($"[sim:{tag}]");

        Assert.Equal(word, (await venice.RetrieveAsync(ticket)).Json["status"]!.GetValue<string>());
        Assert.Equal(word, (await venice.RetrieveAsync(ticket)).Json["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_working_job_can_speak_in_other_words_and_never_finish()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:stuck][sim:status-while=queued]");

        var answer = await venice.RetrieveAsync(ticket);

        Assert.Equal("queued", answer.Json["status"]!.GetValue<string>());
        Assert.True(answer.Json["execution_duration"]!.GetValue<long>() > answer.Json["average_execution_time"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_finished_private_job_can_leave_its_times_out()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:no-times][sim:lowercase]", RehearsedVenice.Private);

        Assert.Equal("""{"status":"completed"}""", (await venice.RetrieveAsync(ticket)).Text);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("expire-after=0")]
    public async Task A_job_can_be_lost(string tag)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        Assert.Equal(404, (await venice.RetrieveAsync(await venice.TicketAsync($"[sim:{tag}]"))).Status);
    }

    [Theory]
    [InlineData("poll-500", 500)]
    [InlineData("poll-503", 503)]
    [InlineData("poll-429", 429)]
    [InlineData("poll-403", 403)]
    public async Task Polls_fail_for_a_while_and_the_clip_is_still_there(string tag, int status)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync($"[sim:{tag}=2]");

        Assert.Equal(status, (await venice.RetrieveAsync(ticket)).Status);
        Assert.Equal(status, (await venice.RetrieveAsync(ticket)).Status);
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
    }

    [Fact]
    public async Task A_cut_poll_has_no_answer_and_the_next_one_has_the_clip()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:poll-cut]");

        await Assert.ThrowsAsync<HttpRequestException>(() => venice.RetrieveAsync(ticket));
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
    }

    [Fact]
    public async Task The_first_poll_can_be_slow_and_still_deliver()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:slow-first-poll=0.3]");
        var start = TimeProvider.System.GetTimestamp();

        var film = await venice.RetrieveAsync(ticket);

        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(0.25));
        Assert.True(film.IsFilm);
    }

    [Fact]
    public async Task An_overrunning_job_is_not_done_at_its_average()
    {
        var clock = new HandClock();
        await using var venice = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { Speed = 1 }, clock);
        var ticket = await venice.TicketAsync("[sim:overrun=4]");
        clock.Pass(TimeSpan.FromSeconds(120));

        var answer = await venice.RetrieveAsync(ticket);
        clock.Pass(TimeSpan.FromSeconds(300));

        Assert.True(answer.Json["execution_duration"]!.GetValue<long>() > answer.Json["average_execution_time"]!.GetValue<long>());
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
    }

    [Fact]
    public async Task Clean_up_can_fail_and_then_removes_nothing()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:complete-fails]");

        Assert.False((await venice.PostAsync("video/complete", (JsonObject)ticket.DeepClone())).Json["success"]!.GetValue<bool>());
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
    }

    [Fact]
    public async Task A_seed_that_only_looks_like_a_picture_fails_the_job_and_not_the_service()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        byte[] header = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0x90, 0, 0, 1, 0x90];
        var ticket = await venice.TicketAsync(new JsonObject
        {
            ["model"] = "lagoon-2-image-to-video", ["prompt"] = "it moves [sim:refund]", ["duration"] = "5s",
            ["image_url"] = SampleMedia.Url("image/png", header),
        });

        Assert.Equal("FAILED", (await venice.RetrieveAsync(ticket)).Json["status"]!.GetValue<string>());
        Assert.Equal(100m, venice.World.Balance);
    }
}
