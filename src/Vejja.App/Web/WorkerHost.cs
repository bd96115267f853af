using Vejja.App.Features.Documents;

namespace Vejja.App.Web;

/// <summary>Builds the process that only works.</summary>
internal static class WorkerHost
{
    /// <summary>Builds; nothing runs yet.</summary>
    /// <param name="options">What the operator set.</param>
    /// <param name="reading">Makes the reader, on first use.</param>
    public static IHost Build(ServiceOptions options, Func<IServiceProvider, IDocumentReading> reading)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddVejjaLogging(options);
        builder.Services.AddVejjaStorage(options).AddVejjaWork(options).AddSingleton(reading);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder.Build();
    }
}
