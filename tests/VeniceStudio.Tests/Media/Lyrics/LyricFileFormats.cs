using System.Text;
using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Tests.Media.Lyrics;

public sealed class LyricFileFormats
{
    [Fact]
    public void An_LRC_keeps_its_lines_labels_offset_and_times_of_words()
    {
        var sheet = LyricFiles.Read("\uFEFF[ar:Somebody]\r\n[offset:+500]\r\n[Chorus]\r\n[00:10.50]<00:10.50>Row <00:11.00>on\r\n[00:12.5][01:02:50] Again\r\n[00:14]\r\n\r\n[00:20.123]Last <3");
        Assert.Equal(["[Chorus]", "Row on", "Again", "", "Last <3", "Again"], sheet.Lines.Select(line => line.Text));
        Assert.Equal([null, 10.0, 12.0, null, 19.623, 62.0], sheet.Lines.Select(line => line.Start));
        Assert.Equal([null, 12.0, 13.5, null, 62.0, null], sheet.Lines.Select(line => line.End));
        Assert.Equal([("Row", 10.0, 10.5), ("on", 10.5, 12.0)], sheet.Lines[1].Words.Select(word => (word.Text, word.Start, word.End)));
    }

    [Fact]
    public void An_SRT_reads_with_missing_hours_tags_and_numbers()
    {
        var sheet = LyricFiles.Read("1\n00:10,500 --> 00:12,000\n<i>Row</i> <b>on</b>\nover\n\n2\n00:00:13.000 --> 00:00:14.250 X1:5\n<script>alert(1)</script>a < b\n3\n00:01:00,000 --> 00:01:01,000\nEnd");
        Assert.Equal(["Row on over", "alert(1)a < b", "End"], sheet.Lines.Select(line => line.Text));
        Assert.Equal([10.5, 13.0, 60.0], sheet.Lines.Select(line => line.Start!.Value));
    }

    [Fact]
    public void A_VTT_reads_past_notes_and_styles_with_entities_and_times_of_words()
    {
        var sheet = LyricFiles.Read("WEBVTT - song\n\nNOTE\nnot --> this\n\nSTYLE\n::cue { color: red }\n\nintro\n00:10.000 --> 00:12.000 align:start\n<v Ana>Row &amp; <00:00:11.000><c.loud>on</c> &lt;3\n\n01:00:00.000 --> 01:00:01.000\nLate");
        Assert.Equal(["Row & on <3", "Late"], sheet.Lines.Select(line => line.Text));
        Assert.Equal([("Row &", 10.0), ("on <3", 11.0)], sheet.Lines[0].Words.Select(word => (word.Text, word.Start)));
        Assert.Equal(3600, sheet.Lines[1].Start);
    }

    [Theory]
    [InlineData("[00:10.00]Fine\n[00:75.00]Bad", "Line 2")]
    [InlineData("[offset:soon]\n[00:10.00]Fine", "Line 1")]
    [InlineData("1\n00:00:10,000 --> soon\nBad", "Line 2")]
    [InlineData("1\n00:00:10,000 --> 00:00:09,000\nBad", "line 2")]
    [InlineData("just words\nwithout times", "Paste")]
    [InlineData("WEBVTT\n\nnothing", "Paste")]
    [InlineData("", "Paste")]
    public void What_cannot_be_read_is_refused_with_the_line_and_the_next_step(string text, string names)
    {
        var sentence = Assert.Throws<LyricsException>(() => LyricFiles.Read(text)).Message;
        Assert.Contains(names, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LyricFormat.Lrc, 0.0051)]
    [InlineData(LyricFormat.Srt, 0.00051)]
    [InlineData(LyricFormat.Vtt, 0.00051)]
    public void What_is_written_reads_back(LyricFormat format, double within)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var song = new LyricsMade(seed, 20);
            var text = "[Intro]\n\n" + song.Text.Replace("ba", "b&ä", StringComparison.Ordinal);
            var sheet = LyricAligner.Align(text, song.Sung, song.Duration);
            var read = LyricFiles.Read(LyricFiles.Write(sheet, format));
            var expected = format == LyricFormat.Lrc ? sheet.Lines : sheet.Timed;
            Assert.Equal(expected.Select(line => line.Text), read.Lines.Select(line => line.Text));
            foreach (var (one, other) in expected.Zip(read.Lines))
            {
                Assert.Equal(one.Start.HasValue, other.Start.HasValue);
                if (one.Start is null) continue;
                Assert.Equal(one.Start.Value, other.Start!.Value, within);
                Assert.Equal(one.End!.Value, other.End!.Value, 2 * within);
                if (format != LyricFormat.Srt) Assert.Equal(one.Words.Select(word => word.Text), other.Words.Select(word => word.Text));
            }
        }
    }

    [Fact]
    public void Bytes_of_old_programs_read_too()
    {
        const string text = "[00:01.00]Café Ölfarbe";
        byte[][] files = [Encoding.UTF8.GetBytes("\uFEFF" + text), Encoding.Latin1.GetBytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]];
        Assert.All(files, file => Assert.Equal("Café Ölfarbe", Assert.Single(LyricFiles.Read(file).Lines).Text));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_with_a_sentence()
    {
        var random = new Random(4);
        string[] pieces = ["[00:10.00]", "<00:11.00>", "-->", "00:00:10,000 --> 00:00:12,000", "\n", "\r\n\r\n", "WEBVTT\n", "[", "]", "<", ">", "&lt;", ":", "word", "[offset:", "9999", "\0", "\u202E", "😀", "[Chorus]", "NOTE "];
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])));
            for (var flips = random.Next(3); flips > 0 && bytes.Length > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                var sheet = LyricFiles.Read(bytes);
                foreach (var format in Enum.GetValues<LyricFormat>()) LyricFiles.Write(sheet, format);
            }
            catch (LyricsException e)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            }
        }
    }
}
