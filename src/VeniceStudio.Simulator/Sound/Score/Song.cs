using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound.Synth;
using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>Writes a song for a recipe and has the band play it.</summary>
internal static class Song
{
    public static (Session Session, SongTruth Truth) Of(SoundRecipe recipe)
    {
        var dice = new Dice(recipe.Seed);
        var style = Style.Of(recipe.Prompt, dice);
        var harmony = new Harmony(style.Minor == true, dice);
        var grid = Lay(recipe, style, dice);
        var band = new Band(style, grid, harmony, Form.Of(grid.Bars), recipe.Seed);
        var tunes = Enum.GetValues<Role>().ToDictionary(role => role, role => new Tune(style.Metre, band.DiceOf("tune" + role)));
        var sheet = LyricSheet.Of(recipe.Lyrics);

        new Drummer(band).Play();
        new Bassist(band).Play();
        new Accompanist(band).Play();
        new SoloPlayer(band, tunes, sheet is not null).Play();
        IReadOnlyList<SoundWord> words = sheet is null ? []
            : new Singer(band, tunes, sheet, Speaker.Named(recipe.Voice ?? recipe.Model + recipe.Prompt)).Sing();
        return (ToSession(recipe, band), ToTruth(recipe, band, words));
    }

    // The first beat comes a moment after the first sample, and the last stroke has room to ring.
    private static Grid Lay(SoundRecipe recipe, Style style, Dice dice)
    {
        var start = recipe.Loop ? 0 : Math.Round(dice.Between(0.06f, 0.42f), 3);
        var tail = recipe.Loop ? 0 : recipe.Seconds > 20 ? 1.6 : 0.5;
        var bar = 60 / style.Tempo * style.Metre;
        var bars = Math.Max(1, (int)((recipe.Seconds - start - tail) / bar));
        return new Grid(style.Tempo, style.Metre, bars, start, style.Swing);
    }

    private static Session ToSession(SoundRecipe recipe, Band band) => new(band.Stage, recipe.Seconds)
    {
        RoomSize = band.Style.Beat is "ballad" or "sparse" or "waltz" ? 0.85 : 0.78,
        Pumps = band.Style.Electronic ? [.. band.Kicks.Order()] : [],
        Drive = band.Style.Beat switch { "sparse" => 0.75, "swing" => 0.65, "four" or "hop" => 0.8, _ => 0.7 },
        Fade = recipe.Loop ? 0 : Math.Clamp((recipe.Seconds - band.Final) * 0.8, 0.05, 3),
    };

    private static SongTruth ToTruth(SoundRecipe recipe, Band band, IReadOnlyList<SoundWord> words)
    {
        var sections = band.Parts.Select((part, i) => new SongSection(
            Named(part.Role, band.Style.Electronic),
            i == 0 ? 0 : band.Grid.At(part.First, 0),
            i + 1 < band.Parts.Count ? band.Grid.At(band.Parts[i + 1].First, 0) : recipe.Seconds,
            part.Bars, part.Energy, First(band.Parts, part) is var first && first < i ? first : null)).ToList();
        var (beats, downbeats) = (band.Grid.Beats.Where(beat => beat < recipe.Seconds), band.Grid.Downbeats.Where(beat => beat < recipe.Seconds));
        return new SongTruth(recipe.Seconds, band.Style.Name, band.Grid.Tempo, band.Grid.Metre, band.Harmony.Key, [.. beats], [.. downbeats],
            sections, words);
    }

    private static int First(IReadOnlyList<Part> parts, Part part) => parts.ToList().FindIndex(other => other.Role == part.Role);

    private static string Named(Role role, bool electronic) => role switch
    {
        Role.Chorus when electronic => "drop", Role.Bridge when electronic => "break", _ => role.ToString().ToLowerInvariant(),
    };
}
