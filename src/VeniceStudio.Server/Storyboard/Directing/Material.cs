using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>A project as the one JSON document that a model gets to read: what people typed stays inside its texts. Empty things are left out.</summary>
internal static class Material
{
    private const int MostLyrics = 3_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For the board: slots, and what was written before them.</summary>
    public static string Board(FilmPapers film, IReadOnlyList<ShotSlot> slots, string? treatment, IReadOnlyList<(ShotSlot Slot, ShotWords Words)> before, string? correction)
    {
        var paper = Film(film);
        Add(paper, "treatment", treatment);
        if (before.Count > 0) paper["before"] = new JsonArray([.. before.Select(shot => (JsonNode)With(new JsonObject { ["number"] = shot.Slot.Number }, shot.Words))]);
        paper["shots"] = new JsonArray([.. slots.Select(slot => (JsonNode)Slot(slot))]);
        Add(paper, "correction", correction);
        return paper.ToJsonString(Plain);
    }

    /// <summary>For a rewriting: slots with their present words, and what is to change.</summary>
    public static string Rewrite(FilmPapers film, IReadOnlyList<(ShotSlot Slot, ShotWords Words)> shots, string wish, string? correction)
    {
        var paper = Film(film);
        paper["shots"] = new JsonArray([.. shots.Select(shot => (JsonNode)With(Slot(shot.Slot), shot.Words))]);
        paper["wish"] = wish;
        Add(paper, "correction", correction);
        return paper.ToJsonString(Plain);
    }

    public static string Questions(FilmPapers film, string? correction)
    {
        var paper = Film(film);
        Add(paper, "correction", correction);
        return paper.ToJsonString(Plain);
    }

    /// <summary>What a person said about a film, without the song and the shots.</summary>
    public static string Docs(ProjectDocs docs) => Said(docs).ToJsonString(Plain);

    private static JsonObject Film(FilmPapers film)
    {
        var paper = Said(film.Docs);
        Add(paper, "title", PlainWords.Of(film.Title, 200));
        Put(paper, "song", [("tempo", film.Song.Grid.IsSteady ? $"{Math.Round(film.Song.Grid.Tempo)} beats a minute" : "no steady beat"), ("lyrics", Lyrics(film))]);
        return paper;
    }

    private static JsonObject Said(ProjectDocs docs)
    {
        var (brief, look) = (docs.Brief, docs.Look);
        var paper = new JsonObject();
        Add(paper, "shape", brief.Platform switch { Platform.Tall => "9:16", Platform.Square => "1:1", _ => "16:9" });
        Add(paper, "pace", brief.Pace.ToString().ToLowerInvariant());
        Put(paper, "brief", [("theme", brief.Theme), ("mood", brief.Mood), ("performers", brief.Performers), ("mustHave", brief.MustHave), ("neverShow", brief.NeverShow)]);
        var answers = brief.Questions.Where(question => !string.IsNullOrWhiteSpace(question.Answer)).ToList();
        if (answers.Count > 0)
        {
            paper["answers"] = new JsonArray([.. answers.Select(question => (JsonNode)new JsonObject { ["question"] = question.Text, ["answer"] = question.Answer })]);
        }
        Put(paper, "look", [("style", look.Style), ("palette", look.Palette), ("light", look.Light), ("lens", look.Lens), ("voice", look.Voice),
            ("forbidden", look.Forbidden), ("keyMessages", look.KeyMessages), ("doNotMention", look.DoNotMention)]);
        if (docs.Cast.Count > 0)
        {
            paper["cast"] = new JsonArray([.. docs.Cast.Select(member => (JsonNode)new JsonObject
            {
                ["name"] = member.Name, ["kind"] = member.Kind.ToString().ToLowerInvariant(), ["description"] = member.Description,
            })]);
        }
        return paper;
    }

    private static JsonObject Slot(ShotSlot slot)
    {
        var shot = new JsonObject
        {
            ["id"] = slot.Number, ["of"] = slot.Of, ["seconds"] = Math.Round(slot.Seconds, 1), ["section"] = slot.Section, ["role"] = slot.Role.ToString().ToLowerInvariant(),
            ["energy"] = Math.Round(slot.Energy, 2),
        };
        if (slot.BeginsSection) shot["beginsSection"] = true;
        if (slot.MovingStill) shot["movingStill"] = true;
        if (slot.RepeatOf is { } repeat) shot["repeatOf"] = repeat;
        if (slot.AngleOf is { } angle) shot["angleOf"] = angle;
        Add(shot, "lyric", slot.Lyric);
        return shot;
    }

    private static JsonObject With(JsonObject shot, ShotWords words)
    {
        foreach (var (name, text) in new[] { ("picture", words.Picture), ("action", words.Action), ("camera", words.Camera), ("light", words.Light) }) Add(shot, name, text);
        return shot;
    }

    private static string Lyrics(FilmPapers film)
    {
        var text = string.Join('\n', film.Lyrics.Select(line => line.Text));
        return text.Length > MostLyrics ? text[..MostLyrics] : text;
    }

    private static void Put(JsonObject paper, string name, (string Name, string Text)[] fields)
    {
        var inner = new JsonObject();
        foreach (var (field, text) in fields) Add(inner, field, text);
        if (inner.Count > 0) paper[name] = inner;
    }

    private static void Add(JsonObject paper, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) paper[name] = text;
    }
}
