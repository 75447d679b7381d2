using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.IO.Compression;
using System.Text;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// Compressed JavaScript that each page loads on a first visit: what index.html names, what that imports, and the page's own part.
/// Asked of the running studio, so what counts is what goes over the wire.
/// </summary>
internal static partial class FirstLoad
{
    private const double Most = 150_000;

    /// <summary>The dash and the eight letters that the build puts behind a name.</summary>
    private const int HashLetters = 9;

    private static readonly string[] Doors = ["sign-in", "set-up", "join"];

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        await using var rows = await Rows.CreateAsync(workshop.NewFolder("data"));
        using var studio = await PublishedStudio.StartAsync(workshop, rows.Folder);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{studio.Port}") };
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var files = new Dictionary<string, Script>();
        var (_, index) = await ReadAsync(http, "/");
        var first = new HashSet<string>();
        foreach (Match script in Scripts().Matches(index)) await FollowAsync(http, files, first, script.Groups[1].Value);

        var measures = new List<Measure> { Row("JavaScript named by index.html", first) };
        var pages = first.SelectMany(name => files[name].Later).Distinct().Except(first).Order().ToList();
        foreach (var page in pages.Where(page => page.Contains("-page", StringComparison.Ordinal)))
        {
            var all = first.ToHashSet();
            // Whoever is signed in sees every page inside the frame.
            if (!Doors.Any(page.Contains) && pages.Find(name => name.Contains("/frame-", StringComparison.Ordinal)) is { } frame) await FollowAsync(http, files, all, frame);
            await FollowAsync(http, files, all, page);
            measures.Add(Row($"JavaScript with {Path.GetFileNameWithoutExtension(page)[..^HashLetters]}", all));
        }
        return measures;

        Measure Row(string what, HashSet<string> names)
        {
            var bytes = names.Sum(name => (double)files[name].Bytes);
            return new(what, $"{bytes / 1000:0} KB", $"{names.Count} files", "-", "<= 150 KB", bytes <= Most);
        }
    }

    private static async Task FollowAsync(HttpClient http, Dictionary<string, Script> files, HashSet<string> seen, string path)
    {
        if (!seen.Add(path)) return;
        if (!files.TryGetValue(path, out var script))
        {
            var (bytes, text) = await ReadAsync(http, path);
            files[path] = script = new Script(bytes, [.. Now().Matches(text).Select(Beside)], [.. Then().Matches(text).Select(Beside)]);
        }
        foreach (var next in script.AtOnce) await FollowAsync(http, files, seen, next);

        string Beside(Match match) => new Uri(new Uri("http://x" + path), match.Groups[1].Value).AbsolutePath;
    }

    private static async Task<(int Bytes, string Text)> ReadAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.Content.Headers.ContentEncoding.Contains("br")) return (bytes.Length, Encoding.UTF8.GetString(bytes));
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return (bytes.Length, await reader.ReadToEndAsync());
    }

    private sealed record Script(int Bytes, IReadOnlyList<string> AtOnce, IReadOnlyList<string> Later);

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+[.]js)\"")]
    private static partial Regex Scripts();

    [GeneratedRegex("""(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]""")]
    private static partial Regex Now();

    [GeneratedRegex("""import\(\s*["'`](\.[^"'`]+\.js)["'`]""")]
    private static partial Regex Then();
}
