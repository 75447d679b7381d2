using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>Sounds of every kind: each craft buys and judges its own; only music is a job that is looked after.</summary>
public sealed class SoundTrade(
    VeniceLink venice, SoundCatalog catalog, MediaStore store, Recognitions recognitions, TrackLyrics lyrics, IEnumerable<ISoundCraft> crafts) : IOrderTrade<Sound>
{
    private readonly Dictionary<SoundKind, ISoundCraft> _crafts = crafts.ToDictionary(craft => craft.Kind);

    public string Landing => ".sound";

    public Paced Buying => Paced.Audio;

    public Paced Looking => Paced.Audio;

    public async Task<long?> PriceAsync(Sound order, CancellationToken ct) =>
        await ModelAsync(order, ct) is { } model ? await _crafts[order.Kind].PriceAsync(order, model, ct) : null;

    public async Task<Func<Task<Receipt>>> PrepareAsync(Sound order, CancellationToken ct)
    {
        var model = await ModelAsync(order, ct)
            ?? throw new MissingInputException($"{order.ModelName} is no longer offered by Venice. Nothing was paid. Choose another model.");
        return await _crafts[order.Kind].PrepareAsync(order, model, store.LandingOf(order.Id, Landing), ct);
    }

    public async Task<OrderLook> LookAsync(Sound order, CancellationToken ct) =>
        await (await venice.ClientAsync(ct)).Music.RetrieveAsync(order.Ticket, ct) switch
        {
            MusicProgress.Working working => new OrderLook.Working(working.Average, working.Elapsed),
            MusicProgress.Delivered delivered => new OrderLook.Delivered(new Parcel(delivered.Sound.Content, delivered.Sound.Length, delivered.Sound)),
            MusicProgress.Ended ended => new OrderLook.Ended(ended.Status, ended.Reason),
            _ => new OrderLook.Finished(),
        };

    public Task<Judgement> JudgeAsync(Sound order, string landed, CancellationToken ct) => _crafts[order.Kind].JudgeAsync(order, landed, ct);

    /// <summary>What becomes of a recognition is written to its track in the same transaction.</summary>
    public Task MovedAsync(DbSession session, Sound order) => order.Kind == SoundKind.Lyrics ? recognitions.MovedAsync(session, order) : Task.CompletedTask;

    /// <summary>The words give their times to the creator's lines; reading the lyrics makes up for it if this does not happen.</summary>
    public Task HeardAsync(Sound order, CancellationToken ct) => order.TrackId is { } track ? lyrics.AlignAsync(track, ct) : Task.CompletedTask;

    public async Task<bool> CleanAsync(Sound order, CancellationToken ct) => await (await venice.ClientAsync(ct)).Music.CompleteAsync(order.Ticket, ct);

    private async Task<SoundModel?> ModelAsync(Sound order, CancellationToken ct) =>
        await catalog.FindAsync(order.Kind, order.Model, ct) is { View.Available: true } model ? model : null;
}
