using System.Text.Json;
using System.Text.Json.Serialization;

namespace VeniceStudio.Server.Hosting;

/// <summary>How the studio speaks: camelCase JSON with words for states, described by <see cref="ApiDocument"/>.</summary>
public static class Api
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json => Shape(json.SerializerOptions));
        builder.Services.AddValidation();
        builder.Services.AddSingleton(provider => new ApiDocument(builder.Services, provider.GetRequiredService<EndpointDataSource>()));
    }

    public static void Shape(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>Writes the OpenAPI document of a studio that does not run.</summary>
    public static async Task WriteDocumentAsync(WebApplication app, string file)
    {
        // Routes are known to the document only once the pipeline has taken them over; nothing is started for it.
        app.UseRouting();
        app.UseEndpoints(_ => { });
        await File.WriteAllTextAsync(file, await app.Services.GetRequiredService<ApiDocument>().WriteAsync() + Environment.NewLine);
    }
}
