using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// The API's OpenAPI document, from which the client's types are made. What writes it lives in a container of its own, put together by
/// whoever asks first: a studio that nobody asks loads none of that code.
/// </summary>
/// <param name="studio">What the studio registered: a route's parameter that is among it is a service, and no body.</param>
/// <param name="routes">What the document describes.</param>
internal sealed class ApiDocument(IServiceCollection studio, EndpointDataSource routes) : IAsyncDisposable
{
    private readonly Lazy<ServiceProvider> _writer = new(() => Writer(studio, routes));

    /// <summary>The document as JSON, written anew at each call.</summary>
    public async Task<string> WriteAsync()
    {
        await using var scope = _writer.Value.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAsV3(new OpenApiJsonWriter(text));
        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated) await _writer.Value.DisposeAsync();
    }

    private static ServiceProvider Writer(IServiceCollection studio, EndpointDataSource routes)
    {
        var services = new ServiceCollection().Add(studio).AddSingleton(routes);
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(Describe);
        return services.BuildServiceProvider();
    }

    private static void Describe(SwaggerGenOptions swagger)
    {
        swagger.SwaggerDoc("v1", new OpenApiInfo { Title = "Venice Music Video Studio", Version = "v1" });
        swagger.SupportNonNullableReferenceTypes();
        swagger.NonNullableReferenceTypesAsRequired();
        swagger.SchemaFilter<RequiredUnlessNullable>();
        swagger.ParameterFilter<OneOfAttribute.Description>();
        swagger.OperationFilter<UploadBody>();
        swagger.UseAllOfToExtendReferenceSchemas();
        var comments = Path.Combine(AppContext.BaseDirectory, "VeniceStudio.Server.xml");
        if (File.Exists(comments)) swagger.IncludeXmlComments(comments);
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
