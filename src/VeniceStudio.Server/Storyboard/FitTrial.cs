namespace VeniceStudio.Server.Storyboard;

/// <summary>A plan that was tried for a sum.</summary>
/// <param name="Ground">With the plan's settings and model.</param>
/// <param name="Plan">Cut and priced.</param>
/// <param name="Wished">The model and resolution that the creator wanted.</param>
/// <param name="Rates">What stills and words cost.</param>
/// <param name="Again">Repeats are shown with the same footage.</param>
/// <param name="Stills">Sections that became moving stills.</param>
/// <param name="Longer">Shots last longer than wished.</param>
internal sealed record FitTrial(PlanGround Ground, PricedBoard Plan, VideoChoice Wished, PlanRates Rates, bool Again, int Stills, bool Longer)
{
    private bool OtherModel => Ground.Video!.Model.Id != Wished.Model.Id;

    private bool OtherResolution => !OtherModel && Ground.Video!.Resolution != Wished.Resolution;

    /// <summary>Micro-dollars of clips, stills and words, as far as prices are known.</summary>
    public long Total => Plan.Price + (Rates.StillsOf(Plan) ?? 0) + (Rates.WordsMost ?? 0);

    /// <summary>How much of what was wished for it gives up: whole sections without motion weigh the most.</summary>
    public int Losses => (OtherModel ? 2 : 0) + (OtherResolution ? 1 : 0) + (Again ? 2 : 0) + (Longer ? 2 : 0) + Stills * 2;

    public string Sentence
    {
        get
        {
            var parts = new List<string>();
            if (OtherModel) parts.Add($"it is made with {Ground.Video!.Model.Name}{(Ground.Video.Resolution is { } size ? $" in {size}" : "")} instead of {Wished.Model.Name}");
            if (OtherResolution) parts.Add($"it is made in {Ground.Video!.Resolution} instead of {Wished.Resolution}");
            if (Again) parts.Add("repeated sections show the same footage again");
            if (Stills > 0) parts.Add(Stills == 1 ? "the quietest section is a moving still" : $"the {Stills} quietest sections are moving stills");
            if (Longer) parts.Add("shots last longer");
            if (parts.Count == 0) return "Nothing is given up: this is your plan as it stands.";
            var text = parts.Count == 1 ? parts[0] : string.Join(", ", parts.SkipLast(1)) + " and " + parts[^1];
            return char.ToUpperInvariant(text[0]) + text[1..] + ".";
        }
    }
}
