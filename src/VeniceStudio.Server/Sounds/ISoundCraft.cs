using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Sounds;

/// <summary>How one kind of sound is bought and judged.</summary>
public interface ISoundCraft
{
    SoundKind Kind { get; }

    /// <summary>Venice's price now, micro-dollars; null when it names none.</summary>
    Task<long?> PriceAsync(Sound sound, SoundModel model, CancellationToken ct);

    /// <inheritdoc cref="IOrderTrade{T}.PrepareAsync"/>
    Task<Func<Task<Receipt>>> PrepareAsync(Sound sound, SoundModel model, string landing, CancellationToken ct);

    /// <inheritdoc cref="IOrderTrade{T}.JudgeAsync"/>
    Task<Judgement> JudgeAsync(Sound sound, string landed, CancellationToken ct);
}
