using System.Text.Json;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Orders;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /audio/speech: reads a text aloud and charges its characters.</summary>
internal static class SpeechRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Speech);
        if (document is null) return;
        var body = document.RootElement;
        var input = MediaData.Text(body, "input")!;
        if (await call.TagAsync(input)) return;
        if (SpeakingModel.Named(MediaData.Text(body, "model") ?? SpeakingModel.All[0].Id) is not { } model)
        {
            await call.RefuseAsync(Refusals.NoModel);
            return;
        }
        if (Wrong(model, body) is { } wrong)
        {
            await call.RefuseAsync(wrong);
            return;
        }
        if (await QueueRoute.EndsBeforeChargeAsync(call, MusicQueueRoute.Suggestion, model.Id)) return;
        if (!call.World.Books.Spend(Math.Round(input.Length * model.Rate / 1_000_000, 8)))
        {
            await call.RefuseAsync(Refusals.NoBalance);
            return;
        }
        if (await QueueRoute.EndsAfterChargeAsync(call)) return;
        call.Http.Response.Headers["x-venice-model-id"] = model.Id;
        await SendAsync(call, ToRecipe(model, body, input));
    }

    private static Refusal? Wrong(SpeakingModel model, JsonElement body)
    {
        if (MediaData.Text(body, "response_format") is { } format && !model.Formats.Contains(format))
        {
            return Refusal.Wrong("response_format", $"{model.Id} does not support {format}. Supported formats: {string.Join(", ", model.Formats)}.");
        }
        if (MediaData.Text(body, "voice") is not { } voice || model.Voices.Contains(voice)) return null;
        if (VoicesRoute.IsHandle(voice)) return VoicesRoute.Belongs(voice, model) ? null : Refusal.Wrong("voice", "This voice was made for another model, or has expired.");
        return model.CustomVoices ? null
            : Refusal.Wrong("voice", $"{model.Id} has no voice '{voice}'. Try using a supported voice: {string.Join(", ", model.Voices)}.");
    }

    private static SoundRecipe ToRecipe(SpeakingModel model, JsonElement body, string input) =>
        new(SoundKind.Speech, ActiveFaults.Without(input), model.Id, MediaData.Text(body, "response_format") ?? model.Formats[0])
        {
            Voice = MediaData.Text(body, "voice") ?? model.DefaultVoice,
            Speed = body.TryGetProperty("speed", out var speed) ? speed.GetDouble() : 1,
        };

    private static async Task SendAsync(Call call, SoundRecipe recipe)
    {
        try
        {
            var file = await call.World.Clips.GetAsync(recipe).WaitAsync(call.Aborted);
            await Delivery.SendAsync(call, call.Faults, new Parcel(file, SoundOven.TypeOf(recipe.Format), 1));
        }
        catch (RenderFailure failure)
        {
            await call.RefuseAsync(Refusal.Plain(500, failure.Message));
        }
    }
}
