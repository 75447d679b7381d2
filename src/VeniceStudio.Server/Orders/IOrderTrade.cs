using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>
/// What is particular to buying one kind of thing from Venice: its price, its calls, and whether what came is what was ordered. When
/// and how often is not its business.
/// </summary>
public interface IOrderTrade<T> where T : PaidOrder
{
    /// <summary>The ending under which a whole download waits for its check.</summary>
    string Landing { get; }

    /// <summary>Which pace the call that buys keeps to.</summary>
    Paced Buying { get; }

    /// <summary>Which pace looks and downloads keep to.</summary>
    Paced Looking { get; }

    /// <summary>Venice's price now, micro-dollars; null when Venice no longer offers it.</summary>
    Task<long?> PriceAsync(T order, CancellationToken ct);

    /// <summary>When to look again because it is not this order's turn yet; null when it is.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="order">Reserved, and not sent yet.</param>
    /// <param name="surely">In the transaction that begins the purchase: until it ends, the answer has to hold.</param>
    Task<DateTimeOffset?> LaterAsync(DbSession session, T order, bool surely) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Makes everything ready, so that the function that comes back does nothing but the call that buys.</summary>
    /// <exception cref="MissingInputException">Something that the order was made with is gone.</exception>
    Task<Func<Task<Receipt>>> PrepareAsync(T order, CancellationToken ct);

    Task<OrderLook> LookAsync(T order, CancellationToken ct);

    /// <summary>Whether its bytes lie at a link of their own, which is neither paced nor asked about.</summary>
    bool HasLink(T order) => false;

    /// <summary>Asks for the bytes of a finished job.</summary>
    Task<OrderLook> FetchAsync(T order, CancellationToken ct) => LookAsync(order, ct);

    /// <summary>Judges bytes that have landed, to the last sample or frame.</summary>
    /// <exception cref="Media.Ffmpeg.MediaException">They could not be judged.</exception>
    Task<Judgement> JudgeAsync(T order, string landed, CancellationToken ct);

    /// <summary>Makes a still picture of what was judged, under a media id; false when there is none.</summary>
    Task<bool> PosterAsync(string landed, Judgement.File judged, Guid media, CancellationToken ct) => Task.FromResult(false);

    /// <summary>What else belongs into the transaction that writes an order's move: the results, or what others are shown of it.</summary>
    Task MovedAsync(DbSession session, T order) => Task.CompletedTask;

    /// <summary>What follows once words are kept, outside of any transaction. When a process dies before it, it must be made up for elsewhere.</summary>
    Task HeardAsync(T order, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Has Venice delete its copy; false: not yet.</summary>
    Task<bool> CleanAsync(T order, CancellationToken ct);
}

/// <summary>Something that an order was made with is gone, or too much; the sentence is for the person.</summary>
public sealed class MissingInputException(string sentence) : Exception(sentence);

/// <summary>Venice's yes to a purchase.</summary>
/// <param name="Model">The model that works on it.</param>
/// <param name="QueueId">The job to ask about; null when everything came with the answer and has landed.</param>
/// <param name="DownloadUrl">Where the bytes will be, told once. A secret.</param>
public sealed record Receipt(string Model, string? QueueId, Uri? DownloadUrl = null)
{
    /// <summary>It was bought, its bytes came with the answer and could not be kept: why, for the person. They come only once.</summary>
    public string? Lost { get; init; }

    public override string ToString() => $"{Model} {QueueId}{(DownloadUrl is null ? "" : ", with download link")}";
}

/// <summary>Where a bought thing stands.</summary>
public abstract record OrderLook
{
    private OrderLook() { }

    public sealed record Working(TimeSpan? Average, TimeSpan? Elapsed) : OrderLook;

    public sealed record Finished : OrderLook;

    public sealed record Delivered(Parcel Parcel) : OrderLook;

    public sealed record Ended(string Status, string? Reason) : OrderLook;
}

/// <summary>Bytes on their way.</summary>
/// <param name="Content">Read once.</param>
/// <param name="Length">Bytes in all, when Venice said so.</param>
/// <param name="Line">The connection; it ends with the parcel.</param>
public sealed record Parcel(Stream Content, long? Length, IAsyncDisposable Line) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Line.DisposeAsync();
}

/// <summary>What a check says about bytes that came.</summary>
public abstract record Judgement
{
    private Judgement() { }

    /// <summary>What was ordered. The label lacks what only storing tells.</summary>
    /// <param name="Label">What it is stored as.</param>
    /// <param name="Note">Something the person should know about it; or null.</param>
    public sealed record File(MediaLabel Label, string? Note) : Judgement
    {
        /// <summary>The frame of a video that should stand for it, counted from 0.</summary>
        public int PosterFrame { get; init; }
    }

    /// <summary>What was ordered, and no file for the library: <see cref="IOrderTrade{T}.MovedAsync"/> writes it where it belongs.</summary>
    public sealed record Words(string? Note) : Judgement;

    /// <summary>Not what was ordered; asking for it again may help where Venice still has it.</summary>
    public sealed record Unusable(string Sentence) : Judgement;

    /// <summary>What Venice made of the order, and of no use: no second look changes it.</summary>
    /// <param name="Kind">A word for programs.</param>
    /// <param name="Sentence">Why, what it cost, and what to do.</param>
    public sealed record Rejected(string Kind, string Sentence) : Judgement;
}

/// <summary>What a stored file is, as measured.</summary>
public sealed record MediaLabel(MediaKind Kind, string MimeType, string Extension, string Name, int? Width, int? Height, double? Seconds)
{
    /// <summary>How a video's colours are coded; null for anything else.</summary>
    public ClipColours? Colours { get; init; }

    /// <summary>A video, as wide and high as it is shown.</summary>
    public static MediaLabel OfVideo(string mimeType, string extension, string name, MediaFacts facts)
    {
        var turned = facts.Video is { Rotation: 90 or 270 };
        return new(MediaKind.Video, mimeType, extension, name, turned ? facts.Video?.Height : facts.Video?.Width, turned ? facts.Video?.Width : facts.Video?.Height, facts.DurationSeconds)
        {
            Colours = facts.Video is { } video ? ClipColours.Of(video) : null,
        };
    }

    public MediaFile ToFile(Guid id, Guid account, StoredFile stored, bool hasPoster, DateTimeOffset now) => new()
    {
        Id = id,
        AccountId = account,
        Kind = Kind,
        MimeType = MimeType,
        Extension = Extension,
        Name = Name,
        Bytes = stored.Bytes,
        Sha256 = stored.Sha256,
        KeptIn = stored.KeptIn,
        Width = Width,
        Height = Height,
        Seconds = Seconds,
        ColourMatrix = Colours?.Matrix,
        ColourPrimaries = Colours?.Primaries,
        HasPoster = hasPoster,
        CreatedAt = now,
    };
}
