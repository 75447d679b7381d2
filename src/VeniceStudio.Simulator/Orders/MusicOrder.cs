using System.Globalization;
using System.Text.Json;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Sound;
using VeniceStudio.Simulator.Sound.Score;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Orders;

/// <summary>An order for sound that passed its checks.</summary>
internal sealed record MusicOrder(MusicModel Model, JsonElement Body)
{
    public string Prompt => MediaData.Text(Body, "prompt")!;

    public decimal Price => Model.Price(Duration(Body), Prompt.Length);

    /// <summary>What will be heard.</summary>
    public SoundRecipe ToRecipe()
    {
        var prompt = ActiveFaults.Without(Prompt);
        var lyrics = Lyrics(prompt);
        return new SoundRecipe(Model.Kind, prompt, Model.Id, Model.Format)
        {
            Seconds = Duration(Body) ?? Model.DefaultDuration ?? Fitting(lyrics),
            Lyrics = lyrics,
            Loop = VideoOrder.Flag(Body, "loop", false),
            Voice = MediaData.Text(Body, "voice") ?? Model.Voices.FirstOrDefault(),
            Speed = Body.TryGetProperty("speed", out var speed) ? speed.GetDouble() : 1,
        };
    }

    /// <summary>Seconds, whether they come as a number or as digits; null when absent.</summary>
    public static int? Duration(JsonElement body) => !body.TryGetProperty("duration_seconds", out var value) ? null : Whole(value);

    public static int? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private string? Lyrics(string prompt)
    {
        if (Model.Kind is not SoundKind.Song || VideoOrder.Flag(Body, "force_instrumental", false)) return null;
        if (MediaData.Text(Body, "lyrics_prompt") is { Length: > 0 } given) return ActiveFaults.Without(given);
        return VideoOrder.Flag(Body, "lyrics_optimizer", false) ? LyricWriter.Write(prompt) : null;
    }

    // Where no length can be ordered, the words need room: an intro and an ending, and about nine seconds a line with its repeats.
    private static double Fitting(string? lyrics) =>
        LyricSheet.Of(lyrics) is { } sheet ? Math.Clamp(40 + 9 * sheet.Lines, 60, 220) : 90;
}

/// <summary>Checks an order for sound against its model.</summary>
internal static class MusicCheck
{
    private static readonly (string Field, Func<MusicModel, bool> Supported)[] Optional =
    [
        ("lyrics_prompt", model => model.Lyrics is not Words.Refused), ("duration_seconds", model => model.TakesDuration),
        ("force_instrumental", model => model.ForceInstrumental), ("lyrics_optimizer", model => model.LyricsOptimizer),
        ("loop", model => model.Loop), ("voice", model => model.Voices.Length > 0), ("language_code", model => model.LanguageCode),
        ("speed", model => model.MaxSpeed is not null),
    ];

    /// <summary>The order, or the first reason why it is none.</summary>
    public static (MusicOrder? Order, Refusal? Refusal) Of(JsonElement body)
    {
        var id = MediaData.Text(body, "model")!;
        if (MusicModel.Named(id) is not { } model) return (null, Refusal.NotOneOf("model", MusicModel.All.Select(known => known.Id), id));
        if (model.Offline) return (null, Refusals.Offline);
        var stranger = Optional.FirstOrDefault(entry => body.TryGetProperty(entry.Field, out _) && !entry.Supported(model)).Field;
        if (stranger is not null) return (null, Refusal.Unsupported(stranger));
        return (Texts(model, body) ?? Length(model, body) ?? Manner(model, body)) is { } wrong ? (null, wrong) : (new MusicOrder(model, body), null);
    }

    /// <summary>What is wrong with the length, here and in a quote.</summary>
    public static Refusal? Length(MusicModel model, JsonElement body)
    {
        if (!body.TryGetProperty("duration_seconds", out var value)) return null;
        if (MusicOrder.Whole(value) is not { } seconds || seconds <= 0)
        {
            return Refusal.Wrong("duration_seconds", "duration_seconds must be a positive integer or a string of digits");
        }
        if (model.DurationOptions is { Length: > 0 } options && !options.Contains(seconds))
        {
            return Refusal.NotOneOf("duration_seconds", options.Select(option => $"{option}"), $"{seconds}");
        }
        if (seconds > model.MaxDuration) return Refusal.TooBig("duration_seconds", model.MaxDuration.Value, "seconds");
        return seconds < model.MinDuration ? Refusal.Wrong("duration_seconds", $"duration_seconds must be at least {model.MinDuration}") : null;
    }

    private static Refusal? Texts(MusicModel model, JsonElement body)
    {
        var prompt = MediaData.Text(body, "prompt")!;
        var lyrics = MediaData.Text(body, "lyrics_prompt");
        if (prompt.Length < model.MinPrompt) return Refusal.Wrong("prompt", $"prompt needs at least {model.MinPrompt} characters");
        if (prompt.Length > model.PromptLimit) return Refusal.TooBig("prompt", model.PromptLimit, "characters");
        if (lyrics?.Length > model.LyricsLimit) return Refusal.TooBig("lyrics_prompt", model.LyricsLimit, "characters");
        if (model.Lyrics is Words.Required && string.IsNullOrWhiteSpace(lyrics)) return Refusal.Missing("lyrics_prompt");
        return VideoOrder.Flag(body, "lyrics_optimizer", false) && !string.IsNullOrEmpty(lyrics)
            ? Refusal.Wrong("lyrics_prompt", "lyrics_prompt must be empty when lyrics_optimizer is true") : null;
    }

    private static Refusal? Manner(MusicModel model, JsonElement body)
    {
        if (MediaData.Text(body, "voice") is { } voice && !model.Voices.Contains(voice)) return Refusal.NotOneOf("voice", model.Voices, voice);
        if (!body.TryGetProperty("speed", out var speed)) return null;
        return speed.GetDouble() < model.MinSpeed || speed.GetDouble() > model.MaxSpeed
            ? Refusal.Wrong("speed", string.Create(CultureInfo.InvariantCulture, $"speed must be between {model.MinSpeed} and {model.MaxSpeed}")) : null;
    }
}
