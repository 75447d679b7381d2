using System.Text.Json.Nodes;

namespace VeniceStudio.Simulator.Catalogue;

/// <summary>What the catalogue tells of models that draw or change pictures.</summary>
internal static class PictureListing
{
    public static void Describe(JsonObject spec, ImageModel model)
    {
        var constraints = new JsonObject
        {
            ["promptCharacterLimit"] = model.PromptLimit, ["steps"] = new JsonObject { ["default"] = 8, ["max"] = 8 }, ["widthHeightDivisor"] = 8,
        };
        if (model.Ratios.Length > 0) (constraints["aspectRatios"], constraints["defaultAspectRatio"]) = (List(model.Ratios), model.Ratios[0]);
        Finer(constraints, model.Resolutions, model.Qualities);
        spec["constraints"] = constraints;
        spec["pricing"] = model.Resolutions.Length == 0
            ? new JsonObject { ["generation"] = Price(model.Price) } : Tables(model.Resolutions, model.Qualities, model.PriceOf);
    }

    public static void Describe(JsonObject spec, EditModel model)
    {
        var constraints = new JsonObject
        {
            ["aspectRatios"] = List(model.Ratios), ["promptCharacterLimit"] = model.PromptLimit, ["combineImages"] = model.Combines,
            ["singleImageAspectRatio"] = model.SingleRatio,
        };
        if (model.MostListed is { } most) constraints["maxInputImages"] = most;
        Finer(constraints, model.Resolutions, model.Qualities);
        spec["constraints"] = constraints;
        var pricing = Tables(model.Resolutions, model.Qualities, (resolution, quality) => model.PriceOf(resolution, quality, 0));
        pricing["inpaint"] = Price(model.PriceOf(null, null, 0));
        if (model.Included is { } included) pricing["inputImages"] = new JsonObject { ["included"] = included, ["additional"] = Price(model.Additional) };
        spec["pricing"] = pricing;
    }

    private static void Finer(JsonObject constraints, string[] resolutions, string[] qualities)
    {
        if (resolutions.Length > 0) (constraints["resolutions"], constraints["defaultResolution"]) = (List(resolutions), resolutions[0]);
        if (qualities.Length > 0) (constraints["qualities"], constraints["defaultQuality"]) = (List(qualities), qualities[^1]);
    }

    private static JsonObject Tables(string[] resolutions, string[] qualities, Func<string?, string?, decimal> price)
    {
        var tables = new JsonObject();
        if (resolutions.Length > 0) tables["resolutions"] = new JsonObject(resolutions.Select(size => KeyValuePair.Create(size, (JsonNode?)Price(price(size, null)))));
        if (qualities.Length > 0)
        {
            tables["quality"] = new JsonObject(resolutions.Select(size => KeyValuePair.Create(size,
                (JsonNode?)new JsonObject(qualities.Select(quality => KeyValuePair.Create(quality, (JsonNode?)Price(price(size, quality))))))));
        }
        return tables;
    }

    private static JsonObject Price(decimal dollars) => new() { ["usd"] = dollars, ["diem"] = dollars };

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
