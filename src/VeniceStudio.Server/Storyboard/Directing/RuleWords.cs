using VeniceStudio.Media.Audio;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>The phrases of the rule-based writer, by what the song does and how strongly. Each list has more entries than neighbours to differ from.</summary>
internal static class RuleWords
{
    /// <summary>How much of the scene is seen.</summary>
    public static string[] Framings(SectionRole role) => role switch
    {
        SectionRole.Intro => ["A wide shot", "A slow establishing shot", "A detail that opens the film", "A distant view"],
        SectionRole.Verse => ["A medium shot", "A close shot", "A shot over the shoulder", "A shot from the side", "A shot at eye level"],
        SectionRole.PreChorus => ["A tightening medium shot", "A close shot of the face or hands", "A low shot that looks up", "A shot through a foreground out of focus"],
        SectionRole.Chorus => ["A wide shot full of movement", "A low-angle shot", "A sweeping shot", "A frontal shot that fills the frame", "A shot from above"],
        SectionRole.Drop => ["A fast wide shot", "An extreme low-angle shot", "A shot in the thick of it", "A close shot that shakes with the beat"],
        SectionRole.Bridge => ["A shot reflected in glass", "A shot against the light", "A view from very far", "An unexpected close detail"],
        SectionRole.Break => ["A still, empty frame", "A macro detail", "A held close shot", "A silhouette"],
        _ => ["A wide shot that lets go", "A last close shot", "A view from behind", "A slow distant shot"],
    };

    /// <summary>Where it is seen, when nobody named a place.</summary>
    public static string[] Places(SectionRole role) => role switch
    {
        SectionRole.Intro or SectionRole.Outro => ["at the edge of the scene", "in an open space", "before anything has begun to move", "with much room around it"],
        SectionRole.Chorus or SectionRole.Drop => ["in the middle of everything", "with the whole place awake", "with people and lights around", "where the space opens wide"],
        SectionRole.Bridge or SectionRole.Break => ["away from where it was before", "in a quiet corner of the same world", "in an empty part of the place", "where only a little can be seen"],
        _ => ["in a place that tells who lives here", "on the way to somewhere", "near a window or a doorway", "among everyday things", "where the path turns"],
    };

    /// <summary>What happens, quiet to strong. <c>{0}</c> is who or what is seen.</summary>
    public static string[] Actions(double energy) => energy switch
    {
        < 0.34 => ["{0} hardly moves; only the air does", "{0} turns slowly and comes to rest", "{0} waits, then looks up", "small things stir around {0}", "{0} breathes out and stays"],
        < 0.67 => ["{0} moves through the frame without hurry", "{0} reaches for something and lets it go", "{0} walks with the beat", "{0} turns toward the light", "something passes between us and {0}"],
        _ => ["{0} breaks into motion on the beat", "{0} spins and everything around follows", "{0} runs toward us", "the whole scene surges around {0}", "{0} throws the arms of the scene wide open"],
    };

    /// <summary>How the camera goes, quiet to strong.</summary>
    public static string[] Cameras(double energy) => energy switch
    {
        < 0.34 => ["a locked-off camera", "a very slow push in", "a slow drift sideways", "a slow pull back", "a gentle tilt up"],
        < 0.67 => ["a steady tracking shot beside the movement", "a quarter circle around the scene", "a handheld camera, close and calm", "a smooth push in", "a crane that rises a little"],
        _ => ["a fast tracking shot", "a whirling half circle", "a handheld camera in the middle of it", "a quick push in on the beat", "a crane that shoots upward", "a low run along the ground"],
    };

    public static string[] Lights(SectionRole role) => role switch
    {
        SectionRole.Intro => ["first light, soft and cool", "one lamp in the dark", "haze with a pale sun behind it"],
        SectionRole.Chorus or SectionRole.Drop => ["bright light from behind, with flares", "strong colour from both sides", "light that pulses with the beat", "golden light at full strength"],
        SectionRole.Bridge or SectionRole.Break => ["near darkness with one edge of light", "cold light from above", "light through water or glass"],
        SectionRole.Outro => ["the last light of the day", "lights going out one by one", "a soft glow that fades"],
        _ => ["soft light from one side", "warm light from a window", "even light with gentle shadows", "low sun through leaves or blinds"],
    };

    /// <summary>How a look's own light is varied from shot to shot.</summary>
    public static string[] Shades(double energy) => energy switch
    {
        < 0.34 => ["dimmed, with long shadows", "soft and low", "only from one side"],
        < 0.67 => ["even and calm", "a little warmer", "with clear edges"],
        _ => ["at its brightest", "with hard contrast", "flaring into the lens"],
    };
}
