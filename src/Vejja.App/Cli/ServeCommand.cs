using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Storage;

namespace Vejja.App.Cli;

/// <summary><c>vejja serve</c>: the API and, unless told not to, the work.</summary>
internal static class ServeCommand
{
    /// <summary>The command. Nothing of the service is loaded before it runs.</summary>
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder of database, images and key (default: VEJJA_DATA, else ./data)." };
        var urls = new Option<string?>("--urls") { Description = "Where to listen (default: VEJJA_URLS, else http://127.0.0.1:8080)." };
        var command = new Command("serve", "Answers the HTTP API and works on uploaded documents.") { data, urls };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data), parsed.GetValue(urls), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? data, string? urls, CancellationToken cancellation)
    {
        if (await ServiceStart.ReadOptionsAsync(data) is not { } options)
            return ExitCode.BadInput;
        if (urls is not null)
            options = options with { Urls = urls };
        await using var app = ServiceHost.Build(options, _ => new PrescriptionReading(Environment.ProcessorCount));
        await SchemaUpgrade.RunAsync(app.Services.GetRequiredService<IDbContextFactory<VejjaContext>>(), cancellation);
        if (await app.Services.GetRequiredService<FirstKey>().PrepareAsync(cancellation) is { } code)
        {
            await Console.Error.WriteLineAsync(
                $"First set-up. Open {options.Urls.Split(';')[0]}/welcome?code={code} in a browser to become the administrator of the page,"
                + $" or make the first API key with the same code: POST /setup {{\"code\":\"{code}\"}}. Each works once.");
        }

        await app.RunAsync(cancellation);
        return ExitCode.Success;
    }
}

/// <summary>What the commands of the service share.</summary>
internal static class ServiceStart
{
    /// <summary>Reads the environment; a fault becomes one line.</summary>
    public static async Task<ServiceOptions?> ReadOptionsAsync(string? dataFolder)
    {
        try
        {
            return ServiceOptions.FromEnvironment(dataFolder);
        }
        catch (Exception fault) when (fault is ArgumentException or UriFormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"vejja: {fault.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }
}
