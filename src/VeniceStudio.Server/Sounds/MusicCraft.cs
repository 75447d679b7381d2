using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>Music and other sounds that Venice makes as a job.</summary>
public sealed class MusicCraft(VeniceLink venice, SoundCatalog catalog, SoundPrices prices, SoundJudge judge) : ISoundCraft
{
    public SoundKind Kind => SoundKind.Music;

    public Task<long?> PriceAsync(Sound sound, SoundModel model, CancellationToken ct)
    {
        var settings = sound.Read();
        return prices.FreshAsync(model, settings.Seconds, settings.Prompt.Length, ct);
    }

    public async Task<Func<Task<Receipt>>> PrepareAsync(Sound sound, SoundModel model, string landing, CancellationToken ct)
    {
        var settings = sound.Read();
        if (SoundRules.Check(model.View, settings) is { } broken)
        {
            throw new MissingInputException($"{broken.Sentence} Nothing was paid: Venice changed what this model takes. Order it anew.");
        }
        var order = new MusicOrder
        {
            Model = sound.Model,
            Prompt = settings.Prompt,
            LyricsPrompt = settings.Lyrics,
            DurationSeconds = settings.Seconds,
            ForceInstrumental = settings.Instrumental,
            LyricsOptimizer = settings.WriteLyrics,
            Loop = settings.Loop,
            Voice = settings.Voice,
            LanguageCode = settings.Language,
            Speed = settings.Speed,
        };
        var client = await venice.ClientAsync(ct);
        return async () =>
        {
            var ticket = await client.Music.QueueAsync(order, CancellationToken.None);
            return new Receipt(ticket.Model, ticket.QueueId);
        };
    }

    public async Task<Judgement> JudgeAsync(Sound sound, string landed, CancellationToken ct)
    {
        var usual = (await catalog.FindAsync(SoundKind.Music, sound.Model, ct))?.View.Length?.Usual;
        return await judge.JudgeAsync(sound, landed, sound.Read().Seconds ?? usual, ct);
    }
}
