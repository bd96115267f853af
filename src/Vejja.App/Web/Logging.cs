using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Vejja.App.Web;

/// <summary>Serilog: readable lines for people, JSON lines for machines, on stderr so that stdout stays for results.</summary>
internal static class Logging
{
    /// <summary>Replaces the framework's providers. Messages hold identifiers and counts only; the framework's own lines, which could hold addresses, start at warnings.</summary>
    public static void AddVejjaLogging(this ILoggingBuilder logging, ServiceOptions options)
    {
        var configuration = new LoggerConfiguration().MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

            // Entity Framework logs statements of failed commands, and the server logs exceptions with their messages: both could hold patients' words.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
            .Filter.ByIncludingOnly(entry => (int)entry.Level >= (int)options.LogLevel)
            .Enrich.FromLogContext();
        configuration = options.JsonLogs
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true), standardErrorFromLevel: LogEventLevel.Verbose)
            : configuration.WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {CorrelationId}{NewLine}", formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose);
        logging.ClearProviders();
        logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }
}
