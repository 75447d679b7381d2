using System.Globalization;

namespace VeniceStudio.Media.Audio.Form;

/// <summary>
/// Says what each section does. Rules of thumb over repeats, energy and place, in the order in which a listener is sure of them; each
/// decision says its reason.
/// </summary>
internal sealed class Roles
{
    private readonly IReadOnlyList<SectionFacts> _facts;
    private readonly (SectionRole Role, string Why)?[] _found;
    private readonly int _chorus;

    private Roles(IReadOnlyList<SectionFacts> facts)
    {
        (_facts, _found) = (facts, new (SectionRole, string)?[facts.Count]);
        _chorus = Chorus();
    }

    public static IReadOnlyList<Section> Of(IReadOnlyList<SectionFacts> facts)
    {
        var roles = new Roles(facts);
        roles.Ends();
        roles.Choruses();
        roles.Breaks();
        roles.Leads();
        roles.Rest();
        return
        [
            .. facts.Select((fact, i) => new Section(
                fact.Start, fact.End, roles._found[i]!.Value.Role, fact.Energy, fact.Density, fact.Kin == i ? null : fact.Kin, roles._found[i]!.Value.Why)),
        ];
    }

    /// <summary>The music that comes back and is strongest; with nothing that comes back, the strongest by far; −1 for none.</summary>
    private int Chorus()
    {
        if (_facts.Count < 3) return -1;
        var back = _facts.GroupBy(fact => fact.Kin).Where(group => group.Count() > 1).ToList();
        if (back.Count > 0) return back.MaxBy(group => group.Average(fact => fact.Energy) + 0.06 * Math.Min(4, group.Count()) + (group.Key == 0 ? -0.08 : 0))!.Key;
        var strongest = Enumerable.Range(0, _facts.Count).MaxBy(i => _facts[i].Energy);
        return _facts.Count(fact => fact.Energy > 0.7) <= 2 && strongest > 0 ? strongest : -1;
    }

    private bool IsChorus(int i) => i >= 0 && i < _facts.Count && _facts[i].Kin == _chorus;

    private int Times(int i) => _facts.Count(fact => fact.Kin == _facts[i].Kin);

    private double Usual => _facts.Where((_, i) => !IsChorus(i)).Select(fact => fact.Energy).DefaultIfEmpty(0.5).Average();

    private void Ends()
    {
        if (_facts.Count < 3) return;
        var (first, last) = (_facts[0], _facts[^1]);
        var (kin, lastKin) = (_facts.Skip(1).Where(fact => fact.Kin == 0).ToList(), _facts.SkipLast(1).Where(fact => fact.Kin == last.Kin).ToList());
        if (!IsChorus(0) && (kin.Count == 0 ? first.Bars <= 8 || first.Energy < Usual : first.Energy < kin.Average(fact => fact.Energy) - 0.25))
            _found[0] = (SectionRole.Intro, kin.Count == 0 ? "Opens the song and does not come back." : "Opens the song with the music of a later section, but weaker.");
        if (!IsChorus(_facts.Count - 1) && (lastKin.Count == 0 ? last.Energy < Usual + 0.15 || last.Bars <= 4 : last.Energy < lastKin.Average(fact => fact.Energy) - 0.25))
            _found[^1] = (SectionRole.Outro, lastKin.Count == 0 ? "Ends the song, weaker than what came before." : "Ends the song with music heard before, but weaker.");
        else if (IsChorus(_facts.Count - 1) && last.Energy < lastKin.Select(fact => fact.Energy).DefaultIfEmpty(0).Average() - 0.35)
            _found[^1] = (SectionRole.Outro, "Ends the song with the music of the chorus, but much weaker.");
    }

    private void Choruses()
    {
        var members = Enumerable.Range(0, _facts.Count).Where(IsChorus).ToList();
        if (members.Count == 0) return;
        // A drop is a chorus that most of the band comes back for.
        var drops = members.Count(i => i > 0 && IsThin(i - 1) && _facts[i].Energy > 0.7);
        foreach (var i in members.Where(i => _found[i] is null))
            _found[i] = drops * 2 >= members.Count
                ? (SectionRole.Drop, $"All instruments come in after a break{Often(i)}.")
                : (SectionRole.Chorus, Times(i) > 1 ? $"Comes {Count(Times(i))} and is the strongest of what comes back." : "The strongest stretch of the song.");
    }

    /// <summary>Much less going on than usual in this song, with the drums all but out.</summary>
    private bool IsThin(int i) => _facts[i].Energy < 0.35 && _facts[i].Drive < 0.5;

    private void Breaks()
    {
        for (var i = 1; i < _facts.Count - 1; i++)
            if (_found[i] is null && IsThin(i) && Times(i) <= 2 && _facts[i - 1].Energy > _facts[i].Energy + 0.3)
                _found[i] = (SectionRole.Break, "Most instruments stop, and come back after it.");
    }

    /// <summary>What always stands between a verse and the chorus, and is not longer than the verse.</summary>
    private void Leads()
    {
        foreach (var group in Enumerable.Range(0, _facts.Count).Where(i => _found[i] is null).GroupBy(i => _facts[i].Kin).Where(group => group.Count() > 1).ToList())
        {
            var leads = group.All(i => IsChorus(i + 1) && i > 0 && _found[i - 1] is null && _facts[i - 1].Kin != group.Key && Times(i - 1) > 1 && _facts[i].Bars <= _facts[i - 1].Bars);
            if (!leads) continue;
            foreach (var i in group) _found[i] = (SectionRole.PreChorus, $"Stands before the chorus each of the {Count(group.Count())} that it comes.");
        }
    }

    private void Rest()
    {
        var length = _facts[^1].End;
        for (var i = 0; i < _facts.Count; i++)
        {
            if (_found[i] is not null) continue;
            var late = Times(i) == 1 && i > 1 && i < _facts.Count - 1 && _facts[i].Start > 0.4 * length && _chorus >= 0;
            _found[i] = late ? (SectionRole.Bridge, "Comes once, late in the song, and is unlike the rest.")
                : Times(i) > 1 ? (SectionRole.Verse, $"Comes {Count(Times(i))}, less strong than the chorus.")
                : (SectionRole.Verse, _facts.Count == 1 ? "The song is heard as one piece." : "New music with nothing that marks it as a chorus or a bridge.");
        }
    }

    private string Often(int i) => Times(i) > 1 ? $", and this music comes {Count(Times(i))}" : "";

    private static string Count(int times) => times switch { 1 => "one time", 2 => "two times", 3 => "three times", _ => times.ToString(CultureInfo.InvariantCulture) + " times" };
}
