using System.Globalization;
using System.Text.RegularExpressions;

namespace VeniceStudio.Simulator.Faults;

/// <summary>One fault at work.</summary>
/// <param name="Name">A name of <see cref="FaultKinds"/>.</param>
/// <param name="Argument">Its argument; null for the default.</param>
/// <param name="Now">Aimed at this very request by a rule: counts such as "the first two polls" do not matter.</param>
public sealed record ActiveFault(string Name, string? Argument, bool Now = false);

/// <summary>The faults at work on one request or one job.</summary>
internal sealed partial record ActiveFaults(IReadOnlyList<ActiveFault> All)
{
    public static ActiveFaults None { get; } = new([]);

    public bool Has(string name) => All.Any(fault => fault.Name == name);

    public string? Text(string name, string otherwise) =>
        All.FirstOrDefault(fault => fault.Name == name) is { } fault ? fault.Argument ?? otherwise : null;

    /// <summary>The argument as a number; null when the fault is not at work.</summary>
    public double? Number(string name, double otherwise) =>
        All.FirstOrDefault(fault => fault.Name == name) is not { } fault ? null
        : double.TryParse(fault.Argument, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>Whether a fault with a count, such as "the first two polls", still applies to the <paramref name="nth"/> time.</summary>
    public bool Meets(string name, int nth) => Number(name, 1) >= nth || All.Any(fault => fault.Now && fault.Name == name);

    public ActiveFaults With(ActiveFaults more) => more.All.Count == 0 ? this : All.Count == 0 ? more : new([.. All, .. more.All]);

    public ActiveFaults Of(params FaultMoment[] moments) =>
        new([.. All.Where(fault => FaultKinds.Named(fault.Name) is { } kind && moments.Contains(kind.Moment))]);

    /// <summary>Reads the tags of a prompt. The second value is a tag that names no switch, so that a typing mistake does not pass for a
    /// healthy run.</summary>
    public static (ActiveFaults Faults, string? Unknown) In(string? prompt)
    {
        if (prompt is null || !prompt.Contains("[sim:", StringComparison.OrdinalIgnoreCase)) return (None, null);
        var found = Tag().Matches(prompt)
            .Select(match => new ActiveFault(match.Groups[1].Value.ToLowerInvariant(), match.Groups[2].Success ? match.Groups[2].Value
            : null)).ToList();
        return (new ActiveFaults(found), found.FirstOrDefault(fault => FaultKinds.Named(fault.Name) is null)?.Name);
    }

    /// <summary>The prompt without its tags.</summary>
    public static string Without(string prompt) =>
        prompt.Contains("[sim:", StringComparison.OrdinalIgnoreCase) ? Tag().Replace(prompt, "").Trim() : prompt;

    [GeneratedRegex(@"\[sim:\s*([a-z0-9-]+)\s*(?:=\s*([^\]]*?)\s*)?\]", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
