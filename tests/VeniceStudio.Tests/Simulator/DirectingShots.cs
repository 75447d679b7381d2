using System.Text.Json.Nodes;
using VeniceStudio.Server.Storyboard.Directing;
using VeniceStudio.Simulator;
using VeniceStudio.Tests.Storyboard.Directing;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Simulator;

public sealed class DirectingShots
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_shot_is_answered_under_its_number_and_differently()
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);
        var film = Films.Papers(12);
        var answer = await ClientOf(venice).Chat.CompleteAsync(Ask.Board(film, ShotSlot.InOrder(film, film.Board!), null, [], null).ToRequest(Writer), Ct);
        var board = JsonNode.Parse(answer.Text)!;
        var shots = board["shots"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 12), shots.Select(shot => shot!["id"]!.GetValue<int>()));
        Assert.Equal(12, shots.Select(shot => shot!["picture"]!.GetValue<string>()).Distinct().Count());
        Assert.NotEqual("", board["treatment"]!.GetValue<string>());
        Assert.Equal(["shots", "treatment"], board.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task The_first_words_of_a_shot_come_with_the_first_token()
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);
        var film = Films.Papers(8);
        var (reader, tokens, first) = (new AnswerReader(), 0, 0);
        await foreach (var delta in ClientOf(venice).Chat.StreamAsync(Ask.Board(film, ShotSlot.InOrder(film, film.Board!), null, [], null).ToRequest(Writer), Ct))
        {
            if (delta.Text is not { } text) continue;
            tokens++;
            if (reader.Feed(text).Count > 0 && first == 0) first = tokens;
        }
        // Counted in pieces of the stream: at most half a piece later than the first, so with it.
        Assert.InRange(first, 1, 1.5);
        Assert.True(tokens > 50);
        Assert.Equal(8, reader.Shots.Count);
    }

    private static VeniceModel Writer { get; } = new()
    {
        Id = "default", Type = "text", Name = "A writer", Text = new TextSpec { SupportsResponseSchema = true },
    };

    private static VeniceClient ClientOf(RehearsedVenice venice) =>
        new(venice.Http, new VeniceOptions { BaseUrl = new Uri(venice.Root, "/api/v1"), ApiKey = new SimulatorOptions().ApiKey }, TimeProvider.System, null);
}
