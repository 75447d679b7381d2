namespace VeniceStudio.Tests.Simulator;

public sealed class SpoilingMedia
{
    [Fact]
    public async Task The_line_goes_dead_in_the_middle_of_a_film_and_the_next_try_gets_all_of_it()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:cut-media=2]");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => venice.RetrieveAsync(ticket));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => venice.RetrieveAsync(ticket));
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
        Assert.Equal(3, Assert.Single(venice.World.Jobs).Deliveries);
    }

    [Fact]
    public async Task A_rule_for_retrieve_spoils_exactly_the_polls_it_counts()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("");
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
        venice.Expect("video/retrieve", "poll-503", times: 1);
        venice.Expect("video/retrieve", "html-as-mp4", times: 2);

        Assert.Equal(503, (await venice.RetrieveAsync(ticket)).Status);
        Assert.Contains("<html>", (await venice.RetrieveAsync(ticket)).Text, StringComparison.Ordinal);
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
    }

    [Fact]
    public async Task Half_a_film_can_claim_to_be_whole()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:truncated-media]");

        var half = await venice.RetrieveAsync(ticket);
        var whole = await venice.RetrieveAsync(ticket);

        Assert.Equal(200, half.Status);
        Assert.Equal(whole.Bytes.Length / 2, half.Bytes.Length);
    }

    [Theory]
    [InlineData("html-media", "text/html")]
    [InlineData("html-as-mp4", "video/mp4")]
    public async Task A_page_can_come_instead_of_the_film(string tag, string type)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync($"[sim:{tag}]");

        var page = await venice.RetrieveAsync(ticket);

        Assert.Equal(200, page.Status);
        Assert.Equal(type, page.Type);
        Assert.Contains("<html>", page.Text, StringComparison.Ordinal);
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
    }

    [Fact]
    public async Task A_placeholder_is_a_film_and_far_too_small()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync("[sim:placeholder-media]");

        var placeholder = await venice.RetrieveAsync(ticket);

        Assert.True(placeholder.IsFilm);
        Assert.InRange(placeholder.Bytes.Length, 200, 4000);
        Assert.True((await venice.RetrieveAsync(ticket)).Bytes.Length > placeholder.Bytes.Length);
    }

    [Fact]
    public async Task A_film_can_be_empty_nameless_or_without_length()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var empty = await venice.RetrieveAsync(await venice.TicketAsync("[sim:empty-media]"));
        var nameless = await venice.RetrieveAsync(await venice.TicketAsync("[sim:octet-stream]"));
        var endless = await venice.RetrieveAsync(await venice.TicketAsync("[sim:no-length]"));

        Assert.Empty(empty.Bytes);
        Assert.Equal("application/octet-stream", nameless.Type);
        Assert.True(nameless.IsFilm);
        Assert.Null(endless.Header("Content-Length"));
        Assert.True(endless.IsFilm);
    }

    [Fact]
    public async Task A_trickling_film_arrives_whole()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var film = await venice.RetrieveAsync(await venice.TicketAsync("[sim:slow-media=4000]"));

        Assert.True(film.IsFilm);
        Assert.Equal(film.Bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), film.Header("Content-Length"));
    }

    [Theory]
    [InlineData("share-404", 404)]
    [InlineData("share-410", 410)]
    [InlineData("share-429", 429)]
    public async Task A_link_can_fail_once_and_serve_the_next_time(string tag, int status)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var order = RehearsedVenice.With(RehearsedVenice.Order($"a boat [sim:{tag}]", RehearsedVenice.Private), "resolution", "480p");
        var link = (await venice.QueueAsync(order)).Json["download_url"]!.GetValue<string>();

        Assert.Equal(status, (await venice.GetAsync(link)).Status);
        Assert.True((await venice.GetAsync(link)).IsFilm);
    }
}
