namespace VeniceStudio.Simulator.Orders;

/// <summary>Words for an order that wants the model to write them: a frame of rhymes round what the prompt is about.</summary>
internal static class LyricWriter
{
    private static readonly HashSet<string> Small =
        ["a", "an", "the", "of", "in", "on", "at", "and", "with", "for", "to", "song", "music", "bpm", "about", "slow", "fast", "pop", "rock"];

    public static string Write(string prompt)
    {
        var words = prompt.Split([' ', ',', '.', ';', ':', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant()).Where(word => word.All(char.IsLetter) && !Small.Contains(word)).Distinct().Take(4).ToList();
        var (one, two) = (words.ElementAtOrDefault(0) ?? "morning", words.ElementAtOrDefault(^1) ?? "river");
        return $"""
            [Verse]
            I saw the {one} before the day
            The {two} was asking me to stay
            The windows opened one by one
            And every shadow found the sun

            [Chorus]
            Oh {one}, carry me along
            I only need a little song
            Oh {two}, do not let me fall
            The smallest light is over all

            [Verse]
            The street was quiet as a prayer
            I knew that you were waiting there
            We held the {one} between our hands
            And wrote our names across the sands
            """;
    }
}
