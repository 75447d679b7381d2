using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Sound.Hearing;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>
/// POST /audio/transcriptions: the true words of a sound that this simulator made, whatever was done to the file; for any other sound
/// invented lines where it is not silent.
/// </summary>
internal static class TranscriptionRoute
{
    private const long MostBytes = 25L * 1024 * 1024;
    private static readonly string[] Fields = ["file", "model", "response_format", "timestamps", "language"];

    public static async Task HandleAsync(Call call)
    {
        if (!call.Http.Request.HasFormContentType)
        {
            await call.RefuseAsync(Refusals.WrongMediaType);
            return;
        }
        if (call.Http.Request.ContentLength > MostBytes)
        {
            await call.RefuseAsync(Refusals.TooLarge);
            return;
        }
        var form = await call.Http.Request.ReadFormAsync(call.Aborted);
        var strangers = form.Keys.Concat(form.Files.Select(part => part.Name)).Except(Fields).ToList();
        if (strangers.Count > 0)
        {
            await call.RefuseAsync(Refusal.UnknownKeys(strangers));
            return;
        }
        if (form.Files["file"] is not { } file)
        {
            await call.RefuseAsync(Refusal.Missing("file"));
            return;
        }

        if (file.Length > MostBytes)
        {
            await call.RefuseAsync(Refusals.TooLarge);
            return;
        }

        var asked = form["model"].FirstOrDefault() ?? ListeningModel.All[0].Id;
        if (ListeningModel.All.FirstOrDefault(known => known.Id == asked) is not { } model)
        {
            await call.RefuseAsync(Refusals.NoModel);
            return;
        }
        if (Wrong(form) is { } wrong)
        {
            await call.RefuseAsync(wrong);
            return;
        }
        if (call.Faults.Has("silent-sound"))
        {
            await call.RefuseAsync(NothingHeard);
            return;
        }
        await AnswerAsync(call, model, form, await BytesAsync(file, call.Aborted));
    }

    private static Refusal NothingHeard { get; } = Refusal.Plain(422, "No speech was found in the audio.");

    private static Refusal? Wrong(IFormCollection form)
    {
        if (form["response_format"].FirstOrDefault() is { } format && format is not ("json" or "text"))
        {
            return Refusal.NotOneOf("response_format", ["json", "text"], format);
        }
        return form["timestamps"].FirstOrDefault() is { } stamps && stamps is not ("true" or "false")
            ? Refusal.Wrong("timestamps", "timestamps must be a boolean") : null;
    }

    private static async Task AnswerAsync(Call call, ListeningModel model, IFormCollection form, byte[] file)
    {
        var heard = file.Length == 0 ? new Heard(0, []) : await new Hearer(call.World.Clips.Heard).HearAsync(file, call.Aborted);
        if (heard is null || heard.Words.Count == 0)
        {
            await call.RefuseAsync(heard is null ? Refusal.Wrong("file", "The file could not be read as audio.") : NothingHeard);
            return;
        }
        if (!call.World.Books.Spend(Math.Round((decimal)heard.Seconds * model.Rate, 8)))
        {
            await call.RefuseAsync(Refusals.NoBalance);
            return;
        }
        call.Http.Response.Headers["x-venice-model-id"] = model.Id;
        var words = Mishearing.Of(heard.Words, call.Faults);
        if (form["response_format"] == "text")
        {
            call.Http.Response.ContentType = "text/plain; charset=utf-8";
            await call.Http.Response.WriteAsync(Transcript.Text(words), call.Aborted);
            return;
        }
        await call.AnswerAsync(Transcript.Json(words, heard.Seconds, form["timestamps"] == "true" ? model.Stamps : null));
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
