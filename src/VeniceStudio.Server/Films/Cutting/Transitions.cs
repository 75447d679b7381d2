using VeniceStudio.Media.Composition;

namespace VeniceStudio.Server.Films;

/// <summary>Transitions as shots' words name them.</summary>
internal static class Transitions
{
    /// <summary>What a storyboard's word means; a cut for anything that is not known.</summary>
    public static TransitionKind Named(string words)
    {
        return Letters(words) switch
        {
            "crossfade" or "dissolve" or "fade" => TransitionKind.CrossFade,
            "diptoblack" or "fadetoblack" => TransitionKind.DipToBlack,
            "diptowhite" or "fadetowhite" or "flash" => TransitionKind.DipToWhite,
            "whip" or "whippan" => TransitionKind.Whip,
            "matchcut" or "matchhold" or "match" => TransitionKind.MatchHold,
            _ => TransitionKind.Cut,
        };
    }

    /// <summary>The camera goes on from one shot to the next as if there were no cut.</summary>
    public static bool GoesOn(string words) => Letters(words) is "continuous" or "continuouscamera" or "continues" or "onetake";

    public static double UsualSeconds(TransitionKind kind) => kind switch
    {
        TransitionKind.CrossFade => 0.6,
        TransitionKind.DipToBlack or TransitionKind.DipToWhite => 0.5,
        _ => 0.25,
    };

    private static string Letters(string words) => new([.. words.ToLowerInvariant().Where(char.IsLetter)]);
}
