using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>A model as Venice lists it. Whatever is missing or odd in the listing reads as its mildest meaning.</summary>
public sealed record VeniceModel
{
    public required string Id { get; init; }

    /// <summary><c>video</c>, <c>text</c>, <c>image</c>, …</summary>
    public required string Type { get; init; }

    /// <summary>The name to show; the id when there is none.</summary>
    public required string Name { get; init; }

    /// <summary><c>private</c> or <c>anonymized</c>, or empty. Says nothing about download links.</summary>
    public string Privacy { get; init; } = "";

    public bool Offline { get; init; }

    /// <summary>Only for accounts of the beta programme.</summary>
    public bool Beta { get; init; }

    public IReadOnlyList<string> Traits { get; init; } = [];

    public IReadOnlyList<string> RegionRestrictions { get; init; } = [];

    /// <summary>That and when it goes, or null.</summary>
    public ModelDeprecation? Deprecation { get; init; }

    /// <summary>What a video order may say; null for other types and when the listing leaves it out.</summary>
    public VideoConstraints? Video { get; init; }

    /// <summary>What a language model can do; null for other types.</summary>
    public TextSpec? Text { get; init; }

    /// <summary>What an order for music or another sound may say; null for other types.</summary>
    public MusicSpec? Music { get; init; }

    /// <summary>What a model reads aloud with; null for other types.</summary>
    public SpeechSpec? Speech { get; init; }

    /// <summary>What a transcription costs; null for other types.</summary>
    public ListeningSpec? Listening { get; init; }

    /// <summary>What an order for a picture may say; null for other types.</summary>
    public ImageSpec? Image { get; init; }

    /// <summary>What an order that changes pictures may say; null for other types.</summary>
    public InpaintSpec? Inpaint { get; init; }

    /// <summary>The listing's entry, whole.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>One entry; null when it has no id.</summary>
    internal static VeniceModel? Read(JsonElement entry, string askedType)
    {
        if (entry.Text("id") is not { } id) return null;

        var spec = entry.Get("model_spec") ?? entry;
        var type = entry.Text("type") ?? askedType;
        return new VeniceModel
        {
            Id = id,
            Type = type,
            Name = spec.Text("name") ?? id,
            Privacy = spec.Text("privacy") ?? "",
            Offline = spec.Flag("offline") ?? false,
            Beta = spec.Flag("beta") ?? false,
            Traits = spec.Texts("traits"),
            RegionRestrictions = spec.Texts("regionRestrictions", "region_restrictions"),
            Deprecation = ModelDeprecation.Read(spec),
            Video = type == "video" ? VideoConstraints.Read(spec) : null,
            Text = type == "text" ? TextSpec.Read(entry, spec) : null,
            Music = type == "music" ? MusicSpec.Read(spec) : null,
            Speech = type == "tts" ? SpeechSpec.Read(spec) : null,
            Listening = type == "asr" ? ListeningSpec.Read(spec) : null,
            Image = type == "image" ? ImageSpec.Read(spec) : null,
            Inpaint = type == "inpaint" ? InpaintSpec.Read(spec) : null,
            Raw = entry,
        };
    }
}

/// <summary>The announced end of a model.</summary>
/// <param name="Date">From when it is no longer promised.</param>
/// <param name="RemovesAt">When it leaves the list.</param>
/// <param name="Replacement">The model that Venice names in its place.</param>
/// <param name="AutoRemap">Whether orders for it go to the replacement by themselves.</param>
public sealed record ModelDeprecation(DateTimeOffset? Date, DateTimeOffset? RemovesAt, string? Replacement, bool AutoRemap)
{
    internal static ModelDeprecation? Read(JsonElement spec) => spec.Get("deprecation") is { ValueKind: JsonValueKind.Object } end
        ? new ModelDeprecation(
            end.Instant("date"), end.Instant("removesAt"), end.Text("replacementModelId"), end.Flag("autoRemap") ?? false)
        : null;
}
