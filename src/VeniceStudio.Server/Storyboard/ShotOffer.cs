namespace VeniceStudio.Server.Storyboard;

/// <summary>What would be bought for a shot as it stands.</summary>
/// <param name="Video">With which model; null when none is bought or none is known.</param>
/// <param name="Duration">The clip's length as the model spells it; null as above.</param>
/// <param name="Paid">Seconds that are bought.</param>
/// <param name="Price">Micro-dollars; 0 when nothing is bought, null while Venice tells no price.</param>
/// <param name="Lack">What it still lacks.</param>
internal sealed record ShotOffer(VideoChoice? Video, string? Duration, double Paid, long? Price, ShotLack Lack)
{
    /// <summary>What it lacks, in a sentence about this one shot; null for nothing.</summary>
    public string? Missing => Lack switch
    {
        ShotLack.Words => "This shot has no words yet.",
        ShotLack.Still => "This shot has no still yet.",
        ShotLack.Model => $"{Video?.Model.Name ?? "The video model"} cannot make this shot now. Choose another model.",
        ShotLack.Length => $"This shot lasts longer than any clip of {Video?.Model.Name ?? "its model"}. Split it, or choose another model.",
        ShotLack.Footage => "This shot lasts longer than the footage that it shows again. Split it, or give it footage of its own.",
        _ => null,
    };
}

/// <summary>What stands between a shot and its approval; the first that applies.</summary>
internal enum ShotLack
{
    Nothing,
    Words,
    Still,
    Model,
    Length,
    Footage,
}
