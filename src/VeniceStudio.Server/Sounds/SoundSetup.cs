using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Sounds;

public static class SoundSetup
{
    public static void AddSounds(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SoundCatalog>();
        services.AddSingleton<SoundPrices>();
        services.AddSingleton<SoundOrdering>();
        services.AddSingleton<SoundDecisions>();
        services.AddSingleton<SoundJudge>();
        services.AddSingleton<SmallerSong>();
        services.AddSingleton(provider => new AudioCheck(provider.GetRequiredService<FfmpegTools>()));
        services.AddSingleton(provider => new MediaProbe(provider.GetRequiredService<FfmpegTools>()));
        services.AddSingleton<Recognitions>();
        services.AddSingleton<ISoundCraft, MusicCraft>();
        services.AddSingleton<ISoundCraft, SpeechCraft>();
        services.AddSingleton<ISoundCraft, ListeningCraft>();
        services.AddTrade<Sound, SoundTrade>();
    }
}
