using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /audio/transcriptions: invented lines, spread over the real length of the sound.</summary>
internal static class TranscriptionRoute
{
    private const long MostBytes = 25L * 1024 * 1024;
    private static readonly string[] Fields = ["file", "model", "response_format", "timestamps", "language"];
    private static readonly string[] Lines =
        ["Lanterns low along the water", "we were counting every bridge", "you said the night is only borrowed",
            "and I believed you anyway", "so turn the tide, turn the tide", "carry me back to the light"];

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
        if (call.Faults.Has("silent-sound"))
        {
            await call.RefuseAsync(Refusal.Plain(422, "No speech was found in the audio."));
            return;
        }

        var seconds = await SecondsAsync(file, call.Aborted);
        if (!call.World.Books.Spend(Math.Round((decimal)seconds * model.Rate, 8)))
        {
            await call.RefuseAsync(Refusals.NoBalance);
            return;
        }
        if (form["response_format"] == "text")
        {
            call.Http.Response.ContentType = "text/plain; charset=utf-8";
            await call.Http.Response.WriteAsync(string.Join(' ', Lines), call.Aborted);
            return;
        }
        await call.AnswerAsync(Heard(model, seconds, form["timestamps"] == "true"));
    }

    // The default model takes the wish for times and leaves them out, without a word about it.
    private static JsonObject Heard(ListeningModel model, double seconds, bool timestamps)
    {
        var answer = new JsonObject { ["text"] = string.Join(' ', Lines), ["duration"] = Math.Round(seconds, 2) };
        if (!timestamps || model.Stamps is not { } kind) return answer;
        string[] pieces = kind == "word" ? [.. Lines.SelectMany(line => line.Split(' '))] : Lines;
        var step = seconds / pieces.Length;
        answer["timestamps"] = new JsonObject
        {
            [kind] = new JsonArray([.. pieces.Select((piece, i) => new JsonObject
            {
                [kind == "word" ? "word" : "text"] = kind == "word" ? piece : " " + piece, ["start"] = Math.Round(i * step, 2),
                    ["end"] = Math.Round((i + 0.9) * step, 2),
            })]),
        };
        return answer;
    }

    private static async Task<double> SecondsAsync(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        // Other containers are not opened: 16 kB a second is what a common 128 kbit/s file has.
        return SoundHeader.Seconds(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) ?? Math.Max(1, bytes.Length / 16_000.0);
    }
}
