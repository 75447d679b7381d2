using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Making;

/// <summary>What <c>make</c> was asked for. Paths are whole.</summary>
/// <param name="Song">The song's file.</param>
/// <param name="Theme">What the film is about.</param>
/// <param name="Film">Where the film goes.</param>
internal sealed record MakeOrder(string Song, string Theme, string Film)
{
    public const string Usage =
        "studio make SONG --theme \"…\" -o FILM.mp4 [--aspect 16:9|9:16|1:1] [--budget DOLLARS] [--look FILE] [--server URL] [--yes] [--json]";

    private const int LongestTheme = 10_000;

    private static readonly string[] Valued = ["--theme", "--aspect", "--budget", "--look", "--server", "-o", "--from"];

    // A look with a misspelled field would silently lose it, and pay for pictures without it.
    private static readonly JsonSerializerOptions LookJson = new(ClipJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The frame's shape; null: wide, or that of the film that was begun.</summary>
    public Platform? Platform { get; init; }

    /// <summary>Micro-dollars that the whole film may cost; null leaves the project's budget as it is.</summary>
    public long? Budget { get; init; }

    /// <summary>The style that goes into every prompt; null for none.</summary>
    public Look? Look { get; init; }

    /// <summary>A studio that runs already; null starts one.</summary>
    public Uri? Server { get; init; }

    /// <summary>Every price is agreed to.</summary>
    public bool Yes { get; init; }

    /// <summary>One JSON object a step instead of lines for people.</summary>
    public bool Json { get; init; }

    /// <summary>Reads the words behind <c>make</c>, in any order.</summary>
    /// <exception cref="SettingsException">Something is unknown, lacks its value, or cannot be used; a sentence for each.</exception>
    public static MakeOrder Read(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var songs = new List<string>();
        var read = new SettingsReader(given.GetValueOrDefault);
        for (var at = 0; at < args.Count; at++)
        {
            var word = args[at];
            if (Valued.Contains(word))
            {
                read.Require(at + 1 < args.Count, $"{word} needs a value after it.");
                read.Require(!given.ContainsKey(word), $"{word} is there twice. Say it once.");
                if (at + 1 < args.Count) given[word] = args[++at];
            }
            else if (word is "--yes" or "--json") given[word] = "yes";
            else if (word.StartsWith('-') && word.Length > 1) read.Require(false, $"make does not know {word}.");
            else songs.Add(word);
        }
        read.Require(songs.Count == 1, songs.Count == 0 ? "Name the song that the film is made of." : $"make takes one song, and {songs.Count} are named. Put a name with spaces into quotes.");
        var from = read.Text("--from") ?? Directory.GetCurrentDirectory();
        var order = new MakeOrder(Whole(songs.FirstOrDefault() ?? "", from), read.Text("--theme") ?? "", Whole(read.Text("-o") ?? "", from))
        {
            Platform = ShapeOf(read), Budget = BudgetOf(read), Look = LookOf(read, from), Yes = given.ContainsKey("--yes"), Json = given.ContainsKey("--json"),
            Server = read.Text("--server") is null ? null : new Uri(read.Address("--server", "http://localhost").AbsoluteUri.TrimEnd('/') + "/"),
        };
        read.Require(songs.Count != 1 || File.Exists(order.Song), $"There is no file {order.Song}. Check the name and the folder you are in.");
        read.Require(order.Theme.Length is > 0 and <= LongestTheme, $"Say what the film is about, in up to {LongestTheme} characters: --theme \"…\"");
        read.Require(read.Text("-o") is not null, "Say where the film goes: -o FILM.mp4");
        if (read.Text("-o") is null) order = order with { Film = Whole("film.mp4", from) };
        read.Require(order.Film.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(order.Film), "The film is an MP4 file: give -o a name that ends in .mp4");
        read.Require(Directory.Exists(Path.GetDirectoryName(order.Film)), $"There is no folder {Path.GetDirectoryName(order.Film)} to put the film into. Make it first.");
        read.Require(order.Film != order.Song, "The film would be written over the song. Give -o another name.");
        read.ThrowIfWrong();
        return order;
    }

    private static string Whole(string path, string from) => Path.GetFullPath(path, Path.GetFullPath(from));

    private static Platform? ShapeOf(SettingsReader read)
    {
        switch (read.Text("--aspect"))
        {
            case null: return null;
            case "16:9": return Projects.Platform.Wide;
            case "9:16": return Projects.Platform.Tall;
            case "1:1": return Projects.Platform.Square;
            case var other:
                read.Require(false, $"--aspect is \"{other}\"; it takes 16:9, 9:16 or 1:1.");
                return null;
        }
    }

    private static long? BudgetOf(SettingsReader read)
    {
        if (read.Text("--budget") is not { } text) return null;
        if (decimal.TryParse(text.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars is >= 0.01m and <= 1_000_000m)
            return (long)(dollars * Money.Dollar);
        read.Require(false, $"--budget is \"{text}\"; it takes dollars, 0.01 or more: --budget 20");
        return null;
    }

    private static Look? LookOf(SettingsReader read, string from)
    {
        if (read.Text("--look") is not { } path) return null;
        try
        {
            if (JsonSerializer.Deserialize<Look>(File.ReadAllText(Whole(path, from)), LookJson) is { } look) return look;
            read.Require(false, $"{path} holds no look. Write an object such as {{\"style\": \"hand-painted\", \"palette\": \"teal and rust\"}}.");
        }
        catch (JsonException e)
        {
            read.Require(false, $"{path} is no look that can be read. It is a JSON object of style, palette, light, lens, voice, forbidden, keyMessages, callToAction and doNotMention, each a text. ({e.Message})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            read.Require(false, $"The look cannot be read: {e.Message}");
        }
        return null;
    }
}
