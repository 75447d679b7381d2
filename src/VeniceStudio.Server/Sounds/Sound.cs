using System.Text.Json;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>The row of an order for music, for speech, or for the words of a track.</summary>
public sealed class Sound : PaidOrder, IOrderTable
{
    public static string Table => "sounds";

    // What becomes a track is a person's decision, so a worker never writes it.
    public static string OwnColumns => "";

    public SoundKind Kind { get; init; }

    /// <summary>The track that was made of it, or the one that is listened to.</summary>
    public Guid? TrackId { get; init; }

    public override string Noun => Kind switch
    {
        SoundKind.Music => "song",
        SoundKind.Speech => "recording",
        _ => "recognition",
    };

    public MusicTicket Ticket => new(VeniceModel ?? Model, QueueId ?? throw new InvalidOperationException($"Sound {Id} has no job at Venice."));

    public SoundSettings Read() => JsonSerializer.Deserialize<SoundSettings>(Settings, ClipJson.Options)
        ?? throw new InvalidOperationException($"Sound {Id} has no settings.");

    /// <summary>What was heard, between the check of an answer and the transaction that keeps it.</summary>
    internal IReadOnlyList<HeardWord> Heard { get; set; } = [];

    public static Sound Ordered(
        Guid account, NewOrder place, SoundSettings settings, string modelName, long shownPrice, bool cleanUp, Guid? retryOf, Guid? track, DateTimeOffset now) =>
        new()
        {
            Id = place.Id,
            AccountId = account,
            BatchId = place.Batch,
            LedgerId = place.Line.Id,
            Kind = settings.Kind,
            Status = ClipStatus.Reserved,
            Settings = JsonSerializer.Serialize(settings, ClipJson.Options),
            Model = settings.Model,
            ModelName = modelName,
            Prompt = settings.Prompt,
            ShownPrice = shownPrice,
            CleanUp = cleanUp,
            RetryOf = retryOf,
            TrackId = track,
            CreatedAt = now,
            DueAt = now,
        };
}
