using VeniceStudio.Simulator.Sound.Score;
using VeniceStudio.Simulator.Sound.Synth;
using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound;

/// <summary>From a recipe to what is played, and to the truth about it.</summary>
internal static class Performance
{
    public static (Session Session, SongTruth Truth) Of(SoundRecipe recipe) => recipe.Kind switch
    {
        SoundKind.Song => Song.Of(recipe),
        SoundKind.Effect => Soundscape.Of(recipe),
        _ => Read(recipe),
    };

    private static (Session Session, SongTruth Truth) Read(SoundRecipe recipe)
    {
        var speaker = Speaker.Named(recipe.Voice);
        var said = Reading.Of(recipe.Prompt, speaker, recipe.Speed);
        var voice = new VoiceTone(0, said, speaker.Scale, 0.004, recipe.Seed, Seat.At(0.24, 0, 0.03));
        var session = new Session([voice], said.Seconds) { RoomSize = 0.7, Drive = 1.2, Fade = 0.05 };
        return (session, new SongTruth(said.Seconds, "", 0, 0, "", [], [], [], said.Words));
    }
}
