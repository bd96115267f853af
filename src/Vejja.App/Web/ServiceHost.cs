using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Vejja.App.Features.Accounts;
using Vejja.App.Features.Chat;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Enhance;
using Vejja.App.Features.Health;
using Vejja.App.Features.Keys;
using Vejja.App.Features.Metrics;
using Vejja.App.Features.Ocr;
using Vejja.App.Features.Reminders;
using Vejja.App.Features.Webhooks;
using Vejja.App.Web.Pages;

namespace Vejja.App.Web;

/// <summary>Builds the process that answers requests, and works unless told not to.</summary>
internal static class ServiceHost
{
    private const string AnyScheme = "KeyOrSession";
    private const int LeastThreads = 32;

    /// <summary>Builds; nothing listens yet.</summary>
    /// <param name="options">What the operator set.</param>
    /// <param name="reading">Makes the reader, on first use.</param>
    /// <param name="change">Replaces parts; null for none.</param>
    public static WebApplication Build(ServiceOptions options, Func<IServiceProvider, IDocumentReading> reading, Action<IServiceCollection>? change = null)
    {
        // SQLite and the disk hold their thread while they work. With a thread for each core others would wait for them, and the pool adds one only twice a second.
        ThreadPool.SetMinThreads(LeastThreads, LeastThreads);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddVejjaLogging(options);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = (options.MaximumFileLength * options.MaximumFiles) + (1 << 20);
            server.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        }).UseUrls(options.Urls.Split(';'));
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        var services = builder.Services;
        services.AddVejjaStorage(options).AddVejjaWork(options).AddVejjaFeatures().AddSingleton(reading);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["correlationId"] = problem.HttpContext.TraceIdentifier);
        services.AddExceptionHandler<Problems>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.MaxDepth = 32;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, choice => choice.ForwardDefaultSelector = context => context.Request.Headers.Authorization.Count > 0 ? KeyAuthentication.SchemeName : SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in Scopes.All)
            authorization.AddPolicy(scope, policy => policy.RequireClaim(Caller.ScopeClaim, scope));
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimiter(RateLimits.Configure);
        services.AddOpenApi(ApiDescription.Configure);
        change?.Invoke(services);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Use(WebApplication app)
    {
        // Its counters must exist before the first request.
        _ = app.Services.GetRequiredService<MetricsListener>();
        app.UseMiddleware<RequestHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(PageProblems.AnswerAsync);
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.SwaggerEndpoint("/openapi/v1.json", "Vejja");
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapOperations();
        app.MapKeys();
        app.MapDocuments();
        app.MapReminders();
        app.MapCalendars();
        app.MapWebhooks();
        app.MapOcr();
        app.MapEnhance();
        app.MapChat();
        app.MapAssets();
        app.MapSignIn();
        app.MapList();
        app.MapReview();
        app.MapPeople();
        app.MapOpenApi().AllowAnonymous();
    }
}
