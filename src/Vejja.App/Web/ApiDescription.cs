using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Vejja.App.Web;

/// <summary>The OpenAPI 3.1 document: title, and how a caller is let in. docs/openapi.json is a copy that a test compares.</summary>
internal static class ApiDescription
{
    private const string Scheme = "key";

    /// <summary>Adds what the endpoints themselves do not say.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Vejja", Version = "1", Description = "Reads photographed prescriptions in Khmer, French and English." };
            document.Servers = [];
            document.Components ??= new();
            document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key." });
            document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
