using Vejja.App.Features.Audit;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Exchange;
using Vejja.Exchange.Contract;
using Vejja.Language.Generation;

namespace Vejja.App.Features.Enhance;

/// <summary>Asks the language model about one prescription while the caller waits; nothing is stored.</summary>
internal static class EnhanceEndpoint
{
    private const int LargestBody = 8 << 20;

    /// <summary>The model, as the operator set it up; loaded with the first request.</summary>
    public static IServiceCollection AddEnhancement(this IServiceCollection services) =>
        services.AddSingleton(provider => new ConfiguredModel(null, provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds the endpoint.</summary>
    public static void MapEnhance(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/enhance", EnhanceAsync).WithTags("Documents").WithName("Enhance").WithSummary("Suggestions of the language model for a prescription; nothing is stored")
            .Produces<object>(StatusCodes.Status200OK, "application/json").RequireAuthorization(Scopes.Write).DisableAntiforgery();

    private static async Task<IResult> EnhanceAsync(HttpRequest request, Caller caller, ConfiguredModel configured, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (body.Length > LargestBody)
            throw new RequestRefusedException(StatusCodes.Status413PayloadTooLarge, "too-large", "The prescription is larger than 8 MiB.");
        await audit.WriteAsync(caller.Did("enhance", null, time), cancellation);
        try
        {
            var prescription = PrescriptionJson.Read(body.ToArray());
            var enhancement = await configured.Enhancer.EnhanceAsync(prescription, cancellation);
            return TypedResults.Text(EnhancementJson.Write(prescription, enhancement), "application/json");
        }
        catch (LanguageModelException fault)
        {
            throw new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "language-model", fault.Message, fault);
        }
        catch (ContractException fault)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "not-a-prescription", fault.Message, fault);
        }
    }
}
