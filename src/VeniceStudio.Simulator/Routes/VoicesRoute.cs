using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /audio/voices: a handle for a voice, from a sample of it. The handle itself says which model it belongs to.</summary>
internal static class VoicesRoute
{
    private const long MostBytes = 25L * 1024 * 1024;
    private static readonly string[] Containers = [".mp3", ".wav", ".flac", ".m4a", ".mp4"];

    public static bool IsHandle(string voice) => voice.StartsWith("vv_", StringComparison.Ordinal);

    public static bool Belongs(string voice, SpeakingModel model) => voice.StartsWith(Prefix(model), StringComparison.Ordinal);

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
        var id = form["model"].FirstOrDefault() ?? "tts-chatterbox-hd";
        var model = SpeakingModel.Named(id);
        var file = form.Files["file"];
        var wrong = file is null ? Refusal.Missing("file")
            : model is null ? Refusals.NoModel
            : !model.Clones ? Refusal.Wrong("model", $"{id} does not support voice cloning.")
            : model.LimitedCloning ? Refusal.Plain(403, "Voice cloning with this model is not enabled for this account.")
            : !Containers.Contains(Path.GetExtension(file.FileName).ToLowerInvariant()) ? Refusal.Wrong("file", "The sample must be MP3, WAV, FLAC or M4A.")
            : file.Length < 1000 ? Refusal.Wrong("file", "The sample is too short: at least 5 seconds are needed.") : null;
        if (wrong is not null)
        {
            await call.RefuseAsync(wrong);
            return;
        }
        await using var sample = file!.OpenReadStream();
        var mark = Convert.ToHexStringLower(await SHA256.HashDataAsync(sample, call.Aborted))[..16];
        await call.AnswerAsync(new JsonObject { ["id"] = Prefix(model!) + mark, ["model"] = id });
    }

    private static string Prefix(SpeakingModel model) => "vv_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model.Id)))[..8];
}
