using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VeniceStudio.Media.Audio;

namespace VeniceStudio.Server.Hosting;

/// <summary>What was heard in a song, for programs and for people.</summary>
internal static class AnalysisReport
{
    /// <summary>
    /// <c>{duration, tempo, confidence, beats, downbeats, meter, sections:[{start, end, role, energy, repeatOf}]}</c> on one line. Written by
    /// hand: reflection over types takes longer to start than the whole of it takes to write.
    /// </summary>
    public static string Json(HeardSong song)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("duration", Math.Round(song.Duration, 4));
            json.WriteNumber("tempo", Math.Round(song.Grid.Tempo, 3));
            json.WriteNumber("confidence", Math.Round(song.Grid.Confidence, 3));
            Times(json, "beats", song.Grid.Beats);
            Times(json, "downbeats", song.Grid.Beats.Where(beat => beat.IsDownbeat));
            json.WriteNumber("meter", song.Grid.Meter);
            json.WriteStartArray("sections");
            foreach (var section in song.Sections) Write(json, section);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>A few lines for a person.</summary>
    public static string Table(HeardSong song)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Length      {Clock(song.Duration)}");
        if (!song.Grid.IsSteady) text.AppendLine("Beats       no steady beat was heard");
        else
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Tempo       {song.Grid.Tempo:0.0} beats a minute{(song.Grid.TempoCurve.Count > 1 ? ", on the whole; it changes" : "")}");
            text.AppendLine(CultureInfo.InvariantCulture, $"Metre       {song.Grid.Meter} beats in a bar");
            text.AppendLine(CultureInfo.InvariantCulture, $"Beats       {song.Grid.Beats.Count}, the first at {song.Grid.Beats[0].Seconds:0.000} s; {song.Grid.Beats.Count(beat => beat.IsDownbeat)} bars");
            text.AppendLine(CultureInfo.InvariantCulture, $"Confidence  {song.Grid.Confidence * 100:0} %");
        }
        text.AppendLine().AppendLine("start    end      section     energy  repeats");
        foreach (var section in song.Sections)
        {
            var repeats = section.RepeatOf is { } first ? "  " + Clock(song.Sections[first].Start) : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"{Clock(section.Start),-8} {Clock(section.End),-8} {Role(section.Role),-11} {section.Energy,6:0.00}{repeats}");
        }
        return text.ToString();
    }

    private static void Times(Utf8JsonWriter json, string name, IEnumerable<Beat> beats)
    {
        json.WriteStartArray(name);
        foreach (var beat in beats) json.WriteNumberValue(Math.Round(beat.Seconds, 4));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Section section)
    {
        json.WriteStartObject();
        json.WriteNumber("start", Math.Round(section.Start, 4));
        json.WriteNumber("end", Math.Round(section.End, 4));
        json.WriteString("role", Role(section.Role));
        json.WriteNumber("energy", Math.Round(section.Energy, 3));
        if (section.RepeatOf is { } first) json.WriteNumber("repeatOf", first);
        else json.WriteNull("repeatOf");
        json.WriteEndObject();
    }

    private static string Role(SectionRole role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    private static string Clock(double seconds) => $"{(int)seconds / 60}:{seconds % 60:00.0}";
}
