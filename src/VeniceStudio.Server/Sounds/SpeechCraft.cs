using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>
/// Text read aloud: one call whose answer is the sound. It comes only once, so it streams to where the check finds it, and whatever
/// breaks off half-way leaves the purchase in doubt.
/// </summary>
public sealed class SpeechCraft(VeniceLink venice, SoundPrices prices, MediaStore store, SoundJudge judge) : ISoundCraft
{
    /// <summary>The longest text as uncompressed sound, with room to spare: five minutes at 48 kHz in stereo are 58 MB.</summary>
    private const long RoomNeeded = 96L * 1024 * 1024;

    public SoundKind Kind => SoundKind.Speech;

    public Task<long?> PriceAsync(Sound sound, SoundModel model, CancellationToken ct) => prices.FreshAsync(model, null, sound.Prompt.Length, ct);

    public async Task<Func<Task<Receipt>>> PrepareAsync(Sound sound, SoundModel model, string landing, CancellationToken ct)
    {
        if (store.FreeBytes() < RoomNeeded) throw new MediaStoreFullException();
        var settings = sound.Read();
        var order = new SpeechOrder
        {
            Model = sound.Model,
            Input = settings.Prompt,
            Voice = settings.Voice ?? model.View.UsualVoice,
            ResponseFormat = model.SpokenFormat(),
            Speed = settings.Speed,
            Language = settings.Language,
        };
        var client = await venice.ClientAsync(ct);
        return () => BuyAsync(client, order, landing);
    }

    /// <summary>The length of a reading is nowhere promised; about fifteen letters a second are usual.</summary>
    public Task<Judgement> JudgeAsync(Sound sound, string landed, CancellationToken ct) => judge.JudgeAsync(sound, landed, null, ct);

    private async Task<Receipt> BuyAsync(VeniceClient client, SpeechOrder order, string landing)
    {
        await using var sound = await client.Speech.SpeakAsync(order, CancellationToken.None);
        var why = await Landing.TakeAsync(store, sound.Content, sound.Length, landing);
        return new Receipt(order.Model, null)
        {
            Lost = why is null ? null
                : $"Venice made this recording and charged it, but {why}, and Venice sends a recording only once. Order it anew, or ask Venice's support.",
        };
    }
}
