using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>Venice's models that make music, read aloud, or listen.</summary>
public sealed class SoundCatalog
{
    private readonly VeniceLink _venice;
    private readonly TimeProvider _time;
    private readonly KeptListing<Dictionary<string, SoundModel>> _music;
    private readonly KeptListing<Dictionary<string, SoundModel>> _speech;
    private readonly KeptListing<Dictionary<string, SoundModel>> _listening;

    public SoundCatalog(VeniceLink venice, TimeProvider time)
    {
        (_venice, _time) = (venice, time);
        _music = Kept("music", SoundKind.Music);
        _speech = Kept("tts", SoundKind.Speech);
        _listening = Kept("asr", SoundKind.Lyrics);
    }

    /// <summary>All of one kind, in Venice's order.</summary>
    /// <exception cref="VeniceException">Venice does not answer and no list is known yet.</exception>
    public async Task<IReadOnlyList<SoundModel>> ModelsAsync(SoundKind kind, CancellationToken ct) => [.. (await ListingAsync(kind, ct)).Values];

    public async Task<SoundModel?> FindAsync(SoundKind kind, string id, CancellationToken ct) => (await ListingAsync(kind, ct)).GetValueOrDefault(id);

    /// <summary>The model that listens best to a song: one that gives times of words, else of phrases; null when none that gives times is there.</summary>
    public async Task<SoundModel?> ListenerAsync(CancellationToken ct) =>
        (await ListingAsync(SoundKind.Lyrics, ct)).Values
            .Where(model => model.View.Available && model.Listening?.MicroDollarsPerHour is not null)
            .Select(model => (Model: model, Grain: WordTimes.GrainOf(model.View.Id)))
            .Where(choice => choice.Grain != TimeGrain.None)
            .OrderBy(choice => choice.Grain).Select(choice => choice.Model).FirstOrDefault();

    private Task<Dictionary<string, SoundModel>> ListingAsync(SoundKind kind, CancellationToken ct) => (kind switch
    {
        SoundKind.Music => _music,
        SoundKind.Speech => _speech,
        _ => _listening,
    }).GetAsync(ct);

    private KeptListing<Dictionary<string, SoundModel>> Kept(string type, SoundKind kind) => new(_time, async (_, ct) =>
    {
        var now = _time.GetUtcNow();
        var models = await (await _venice.ClientAsync(ct)).Models.ListAsync(type, ct);
        return models.GroupBy(model => model.Id).ToDictionary(same => same.Key, same => SoundModel.Of(same.First(), kind, now));
    });
}
