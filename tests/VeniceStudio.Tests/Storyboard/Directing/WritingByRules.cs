using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Directing;

namespace VeniceStudio.Tests.Storyboard.Directing;

public sealed class WritingByRules
{
    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "")]
    [InlineData(true, "Candles only")]
    public void Never_writes_two_neighbours_alike(bool cast, string light)
    {
        var docs = Films.Docs(cast: cast ? null : []) with { Look = new Look { Light = light } };
        var words = All(Films.Papers(200, docs));
        foreach (var (one, next) in words.Zip(words.Skip(1)))
        {
            Assert.NotEqual(one.Words.Picture, next.Words.Picture);
            Assert.NotEqual(one.Words.Action, next.Words.Action);
            Assert.NotEqual(one.Words.Camera, next.Words.Camera);
            Assert.NotEqual(one.Words.Light, next.Words.Light);
        }
        Assert.True(words.Select(shot => shot.Words.Picture).Distinct().Count() > 60);
        if (light.Length > 0) Assert.All(words, shot => Assert.StartsWith(light, shot.Words.Light, StringComparison.Ordinal));
    }

    [Fact]
    public void Begins_each_of_its_sentences_with_a_capital() => Assert.All(
        All(Films.Papers(60)), shot => Assert.All(
            [shot.Words.Picture, shot.Words.Action, shot.Words.Camera, shot.Words.Light], text => Assert.False(char.IsLower(text[0]), text)));

    [Fact]
    public void Writes_the_same_shot_the_same_way_every_time()
    {
        var film = Films.Papers(40);
        Assert.Equal(All(film).Select(shot => shot.Words), All(film).Select(shot => shot.Words));
    }

    [Fact]
    public void Uses_what_it_knows()
    {
        var film = Films.Papers(40);
        var words = All(film);
        Assert.Contains(words, shot => shot.CastIds.Contains(Films.Cast[0].Id) && shot.Words.Picture.Contains("Mara", StringComparison.Ordinal));
        Assert.Contains(words, shot => shot.Words.Sung.StartsWith("Lanterns", StringComparison.Ordinal));
        Assert.All(words, shot => Assert.All(shot.CastIds, id => Assert.Contains(Films.Cast, member => member.Id == id)));
        Assert.Contains("lighthouse keeper", All(Films.Papers(4, Films.Docs(cast: [])))[0].Words.Picture, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_another_angle_of_a_set_with_the_same_people_in_another_framing()
    {
        var film = Films.Papers(40);
        film = film with { Board = film.Board! with { Shots = [.. film.Board.Shots.Select((shot, at) => at is >= 15 and < 25 ? shot with { AngleOf = film.Board.Shots[at - 10].Id } : shot)] } };
        var words = All(film);
        for (var at = 15; at < 25; at++)
        {
            Assert.Equal(words[at - 10].CastIds, words[at].CastIds);
            Assert.NotEqual(words[at - 10].Words.Picture, words[at].Words.Picture);
        }
    }

    [Fact]
    public void Has_words_for_a_film_of_which_nothing_is_known()
    {
        var docs = new ProjectDocs(new Brief(), new Look(), [], new PlanSettings());
        var film = Films.Papers(30, docs) with { Title = "", Lyrics = [], Song = Films.Song with { Sections = [] } };
        Assert.All(All(film), shot => Assert.All([shot.Words.Picture, shot.Words.Action, shot.Words.Camera, shot.Words.Light], text => Assert.InRange(text.Length, 5, 600)));
    }

    private static List<WrittenShot> All(FilmPapers film)
    {
        var words = new List<WrittenShot>();
        foreach (var slot in ShotSlot.InOrder(film, film.Board!)) words.Add(RuleWriter.Write(film, slot, words.Count == 0 ? null : words[^1].Words, slot.AngleOf is { } set ? words[set - 1].Words : null));
        return words;
    }
}
