using System.Text;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>Reading aloud and listening. Both are billed when Venice answers.</summary>
public sealed class SpeechApi
{
    // The file itself; the form around it is small.
    private const int LargestFile = 25 * 1024 * 1024;
    private readonly Line line;

    internal SpeechApi(Line line) => this.line = line;

    /// <summary>
    /// Reads a text aloud; the sound streams as Venice makes it. Said again only after an outright refusal (429). A sound that breaks off
    /// is paid for: <see cref="VeniceErrorKind.TornDownload"/> then carries <see cref="VeniceException.MayHaveBought"/>.
    /// </summary>
    public Task<SoundDownload> SpeakAsync(SpeechOrder order, CancellationToken ct) =>
        line.BuyAsync(line.Purchase(Routes.Speech, order, WireJson.Wire.SpeechOrder), SoundAnswer.ReadSoundAsync, ct);

    /// <summary>
    /// Writes down the words of a sound, billed by its seconds. Said again only after an outright refusal (429). A sound without words is
    /// <see cref="VeniceErrorKind.NothingHeard"/>. Venice's default model answers without times even when it is asked for them: look at
    /// <see cref="Transcript.IsTimed"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The sound is empty or larger than 25 MB.</exception>
    public Task<Transcript> TranscribeAsync(TranscriptionOrder order, CancellationToken ct)
    {
        if (order.Sound.Length is 0 or > LargestFile) throw new ArgumentException("A sound to transcribe has from 1 byte to 25 MB.", nameof(order));

        return line.BuyAsync(line.Purchase(Routes.Transcriptions, ToForm(order)), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            if (reply.MediaType == "text/plain") return new Transcript(Encoding.UTF8.GetString(body.Span).Trim(), null, [], [], []);

            return Transcript.Read(reply.Json(body)) ?? throw reply.Unreadable(body);
        }, ct);
    }

    // Only fields that were chosen: this form too is closed.
    private static FormBody ToForm(TranscriptionOrder order)
    {
        var form = new FormBody();
        if (order.Model is { } model) form.Add("model", model);
        form.Add("response_format", "json");
        form.Add("timestamps", order.Timestamps ? "true" : "false");
        if (order.Language is { } language) form.Add("language", language);
        form.AddFile("file", order.FileName, order.Sound);
        return form;
    }
}
