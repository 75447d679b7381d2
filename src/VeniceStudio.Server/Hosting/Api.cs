using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace VeniceStudio.Server.Hosting;

/// <summary>How the studio speaks: camelCase JSON with words for states, and an OpenAPI document that the client's types come from.</summary>
public static class Api
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json => Shape(json.SerializerOptions));
        builder.Services.AddValidation();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo { Title = "Venice Music Video Studio", Version = "v1" });
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.SchemaFilter<RequiredUnlessNullable>();
            swagger.ParameterFilter<OneOfAttribute.Description>();
            swagger.UseAllOfToExtendReferenceSchemas();
            var comments = Path.Combine(AppContext.BaseDirectory, "VeniceStudio.Server.xml");
            if (File.Exists(comments)) swagger.IncludeXmlComments(comments);
        });
    }

    public static void Shape(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>Writes the OpenAPI document, from which the client's types are made.</summary>
    public static async Task WriteDocumentAsync(WebApplication app, string file)
    {
        // Routes are known to the document only once the pipeline has taken them over; nothing is started for it.
        app.UseRouting();
        app.UseEndpoints(_ => { });
        using var scope = app.Services.CreateScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");
        await using var text = new StringWriter();
        document.SerializeAsV3(new OpenApiJsonWriter(text));
        await File.WriteAllTextAsync(file, text.ToString() + Environment.NewLine);
    }

    /// <summary>A value that cannot be null is always there: the generated types need no question marks for it.</summary>
    private sealed class RequiredUnlessNullable : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (schema is not OpenApiSchema { Properties: { } properties } concrete) return;
            foreach (var property in context.Type.GetProperties())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                if (!properties.ContainsKey(name)) continue;
                if (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
                {
                    (concrete.Required ??= new HashSet<string>()).Add(name);
                }
            }
        }
    }
}
