namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>How a film may come from one shot to the next, in the words of the board.</summary>
internal static class Transitions
{
    public const string Cut = "cut", CrossFade = "cross-fade", DipToBlack = "dip-to-black", DipToWhite = "dip-to-white", Whip = "whip", Match = "match-cut";

    public static IReadOnlyList<string> All { get; } = [Cut, CrossFade, DipToBlack, DipToWhite, Whip, Match];
}
