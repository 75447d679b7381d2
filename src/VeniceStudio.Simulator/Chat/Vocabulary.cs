namespace VeniceStudio.Simulator.Chat;

/// <summary>Words that belong together: what surrounds a theme, chosen by what the theme mentions.</summary>
internal sealed record Vocabulary(string[] Places, string[] Details, string[] Air, string[] Motions, string[] Lights, string[] Palettes,
    string[] Moods)
{
    /// <summary>The words for a theme; those of an unnamed place when it mentions nothing known.</summary>
    public static Vocabulary For(string theme) =>
        Known.FirstOrDefault(entry => entry.Signs.Any(sign => theme.Contains(sign, StringComparison.OrdinalIgnoreCase))).Words ?? Anywhere;

    private static readonly Vocabulary Water = new(
        ["on black water that mirrors the sky", "along a canal between sleeping houses", "where the shore ends and the mist begins"],
        ["ropes creak against old wood", "rings spread slowly from a single drop", "reflections break and join again"],
        ["thin fog moves over the surface", "salt hangs in the air", "a breeze wrinkles the water"],
        ["ripples travel outward in even arcs", "fabric trails in the current", "a boat slides past without a sound"],
        ["the last sun lies in a golden path on the water", "lanterns throw long trembling columns of light",
            "moonlight silvers every edge"],
        ["deep teal, brass and pale rose", "ink blue, pearl and one warm amber", "sea green, slate and candle yellow"],
        ["tidal", "weightless", "patient"]);

    private static readonly Vocabulary City = new(
        ["on an empty crossing after rain", "under the signs of a narrow street", "on a roof above ten thousand windows"],
        ["puddles hold upside-down neon", "steam lifts from a grate", "a train passes behind the buildings"],
        ["light rain hangs like dust", "the air flickers with distant signs", "warm wind carries paper along the kerb"],
        ["passers-by smear into streaks while one figure stays sharp", "headlights sweep across a face", "a coat swings with each step"],
        ["magenta and cyan signs light the scene from both sides", "sodium lamps draw circles on wet asphalt",
            "one cold tube flickers overhead"],
        ["magenta, cyan and wet black", "amber, petrol and chrome", "violet, coral and midnight blue"],
        ["electric", "restless", "sleepless"]);

    private static readonly Vocabulary Land = new(
        ["on a ridge above layered hills", "in tall grass that reaches the waist", "between trees older than any road"],
        ["pollen drifts through slanted light", "the path is half overgrown", "a bird crosses the frame once"],
        ["haze softens every distance", "wind combs the grass in waves", "mist lifts slowly from the valley"],
        ["grass bends and rises like breathing", "hair and cloth follow the wind", "shadows of clouds travel over the land"],
        ["a low sun rims every outline with gold", "first light enters from the left, cool and clear",
            "the sky burns quietly behind dark shapes"],
        ["ochre, moss and smoke blue", "honey, rust and soft grey", "pine green, bone and a single red"],
        ["wide-open", "earthbound", "unhurried"]);

    private static readonly Vocabulary Cosmos = new(
        ["beneath curtains of moving light", "on a plain of pale dust under two moons", "inside a quiet vessel with one round window"],
        ["stars are reflected in a visor", "frost draws ferns on the glass", "tiny particles float without falling"],
        ["the cold makes every breath visible", "silence has a shape of its own", "light bends slowly around the horizon"],
        ["everything drifts, turning once a minute", "ribbons of colour fold across the sky", "a hand opens and lets something float away"],
        ["green and violet light washes over the scene in waves", "a hard white key leaves half the face in shadow",
            "the planet's edge glows like a struck match"],
        ["aurora green, violet and frost", "graphite, ivory and signal orange", "indigo, silver and a breath of pink"],
        ["far-off", "luminous", "infinite"]);

    private static readonly Vocabulary Anywhere = new(
        ["in a room that seems to remember", "where daylight meets lamplight", "in an open space with nothing to hide behind"],
        ["dust turns in a shaft of light", "a curtain moves though no window is open", "small objects tell who lived here"],
        ["the air is warm and a little hazy", "time seems to wait", "shadows move slowly over the walls"],
        ["a slow turn of the head becomes a dance", "hands move first, the body follows", "fabric lifts and falls in one long wave"],
        ["soft window light models every face", "a single warm lamp stands against blue dusk",
            "light and shadow trade places as the shot goes on"],
        ["cream, walnut and deep green", "dusty rose, charcoal and gold", "warm white, clay and night blue"],
        ["tender", "half-remembered", "unspoken"]);

    private static readonly (string[] Signs, Vocabulary Words)[] Known =
    [
        (["water", "ocean", "sea", "lake", "river", "canal", "gondola", "wave", "lagoon", "boat", "venice", "rain over", "swim"], Water),
        (["city", "street", "neon", "club", "subway", "tokyo", "new york", "roof", "car", "drive", "cyber", "party"], City),
        (["forest", "mountain", "desert", "field", "valley", "road", "farm", "summer", "autumn", "sunset", "sunrise", "wild", "horse"],
            Land),
        (["space", "star", "galaxy", "moon", "aurora", "snow", "winter", "ice", "planet", "cosmos", "robot", "future"], Cosmos),
    ];
}
