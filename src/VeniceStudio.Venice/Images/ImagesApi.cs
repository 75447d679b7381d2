using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// Pictures: drawn, edited, combined. Each call is billed when Venice answers and is said again only after an outright refusal (429). One
/// that failed or broke off may have been paid: <see cref="VeniceException.MayHaveBought"/>.
/// </summary>
public sealed class ImagesApi
{
    private readonly Line line;

    internal ImagesApi(Line line) => this.line = line;

    public Task<PictureAnswer> GenerateAsync(PictureOrder order, CancellationToken ct) =>
        line.BuyAsync(line.Purchase(Routes.ImageGenerate, order, WireJson.Wire.PictureOrder), PictureAnswer.ReadAsync, ct);

    public Task<PictureAnswer> EditAsync(PictureEdit edit, CancellationToken ct) =>
        line.BuyAsync(line.Purchase(Routes.ImageEdit, edit, WireJson.Wire.PictureEdit), PictureAnswer.ReadAsync, ct);

    public Task<PictureAnswer> BlendAsync(PictureBlend blend, CancellationToken ct) =>
        line.BuyAsync(line.Purchase(Routes.ImageMultiEdit, blend, WireJson.Wire.PictureBlend), PictureAnswer.ReadAsync, ct);

    /// <summary>The names that <see cref="PictureOrder.StylePreset"/> takes.</summary>
    public Task<IReadOnlyList<string>> StylesAsync(CancellationToken ct) =>
        line.AskAsync<IReadOnlyList<string>>(line.Get(Routes.ImageStyles), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            // The documents show both a bare list and one inside "data".
            var answer = reply.Json(body);
            var list = answer.ValueKind == JsonValueKind.Array ? answer : answer.Get("data") ?? throw reply.Unreadable(body);
            if (list.ValueKind != JsonValueKind.Array) throw reply.Unreadable(body);
            return [.. list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)];
        }, ct);
}
