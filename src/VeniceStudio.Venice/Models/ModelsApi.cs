using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>The catalogue. It answers without a key too.</summary>
public sealed class ModelsApi
{
    private readonly Line line;

    internal ModelsApi(Line line) => this.line = line;

    /// <summary>
    /// The models of a type (<c>video</c>, <c>text</c>, <c>image</c>, <c>all</c>, …), in Venice's order. Entries without an id
    /// are left out.
    /// </summary>
    public Task<IReadOnlyList<VeniceModel>> ListAsync(string type, CancellationToken ct) =>
        line.AskAsync<IReadOnlyList<VeniceModel>>(line.Get(Routes.Models, OfType(type)), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            var answer = reply.Json(body);
            if (answer.Get("data") is not { ValueKind: JsonValueKind.Array }) throw reply.Unreadable(body);

            return [.. answer.Items("data").Select(entry => VeniceModel.Read(entry, type)).OfType<VeniceModel>()];
        }, ct);

    /// <summary>Which model stands for which trait, such as <c>default</c>.</summary>
    public Task<IReadOnlyDictionary<string, string>> TraitsAsync(string type, CancellationToken ct) =>
        line.AskAsync<IReadOnlyDictionary<string, string>>(line.Get(Routes.Traits, OfType(type)), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            if (reply.Json(body).Get("data") is not { ValueKind: JsonValueKind.Object } traits) throw reply.Unreadable(body);

            var models = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var trait in traits.EnumerateObject().Where(trait => trait.Value.ValueKind == JsonValueKind.String))
                models[trait.Name] = trait.Value.GetString()!;
            return models;
        }, ct);

    private static string OfType(string type) => "?type=" + Uri.EscapeDataString(type);
}
