using System.Text;
using System.Text.Json;
using VeniceStudio.Server.Storyboard.Directing;

namespace VeniceStudio.Tests.Storyboard.Directing;

public sealed class ReadingAnAnswer
{
    private const string Answer =
        """
        {"shots":[{"id":7,"picture":"A \"quiet\" pier,\nw\u00e9t \ud83c\udf0a","action":"It rains","cast":["Mara","a: {b}"],"subjectX":0.4},
        {"id":8,"picture":"A lamp, [off]","action":"Nobody comes"}],"treatment":"Shots of \"id\": 9"}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10_000)]
    public void Grows_field_by_field_under_the_shots_own_number_however_it_is_cut_into_pieces(int letters)
    {
        var (reader, last) = Read(Answer, letters);
        Assert.Equal("A \"quiet\" pier, wét 🌊", last[(7, "picture")]);
        Assert.Equal("It rains", last[(7, "action")]);
        Assert.Equal("A lamp, [off]", last[(8, "picture")]);
        Assert.Equal(4, last.Count);
        Assert.Equal(["7", "8"], reader.Shots.Select(shot => JsonDocument.Parse(shot).RootElement.GetProperty("id").GetRawText()));
    }

    [Fact]
    public void Tells_text_before_the_field_is_finished()
    {
        var reader = new AnswerReader();
        Assert.Equal(new WrittenPiece(3, "picture", "A wide"), Assert.Single(reader.Feed("{\"shots\":[{\"id\":3,\"picture\":\"A wide")));
        Assert.Equal(new WrittenPiece(3, "picture", "A wide shot"), Assert.Single(reader.Feed(" shot")));
        Assert.Empty(reader.Shots);
    }

    [Fact]
    public void Cut_off_anywhere_keeps_the_shots_that_were_complete_and_nothing_else()
    {
        var first = Answer.IndexOf("},", StringComparison.Ordinal) + 1;
        for (var cut = 0; cut <= Answer.Length; cut++)
        {
            var (reader, _) = Read(Answer[..cut], 5);
            Assert.Equal(cut < first ? 0 : cut <= Answer.IndexOf("}]", StringComparison.Ordinal) ? 1 : 2, reader.Shots.Count);
            Assert.All(reader.Shots, shot => JsonDocument.Parse(shot).Dispose());
        }
    }

    [Theory]
    [InlineData("```json\n", "\n```")]
    [InlineData("Here it is: ", "")]
    public void Survives_what_models_put_around_it(string before, string after) => Assert.Equal(2, Read(before + Answer + after, 4).Reader.Shots.Count);

    [Theory]
    [InlineData("I'm sorry, but I can't help with that.")]
    [InlineData("{\"unexpected\":[1,2,3]}")]
    [InlineData("]]]}}}\"\\")]
    [InlineData("[[[[{\"shots\":[{\"id\":1}]}]]]]")]
    public void Of_another_kind_has_no_shots(string text) => Assert.Empty(Read(text, 3).Reader.Shots);

    [Fact]
    public void Shows_its_first_words_within_a_dozen_tokens()
    {
        // Four letters a token, eighty tokens a second: twelve are 150 ms, half of a first token that takes 300 ms.
        var reader = new AnswerReader();
        var text = Answer.Replace("\n", "", StringComparison.Ordinal);
        var token = 0;
        while (reader.Feed(text.Substring(token * 4, 4)).Count == 0) token++;
        Assert.InRange(token + 1, 1, 12);
    }

    private static (AnswerReader Reader, Dictionary<(int, string), string> Last) Read(string text, int letters)
    {
        var reader = new AnswerReader();
        var last = new Dictionary<(int, string), string>();
        var whole = new StringBuilder();
        foreach (var piece in text.Chunk(letters).Select(chunk => new string(chunk)))
        {
            foreach (var grown in reader.Feed(piece)) last[(grown.Shot, grown.Field)] = grown.Text;
            whole.Append(piece);
        }
        Assert.Equal(whole.ToString(), reader.All);
        return (reader, last);
    }
}
