using Vejja.App.Features.Documents;

namespace Vejja.App.Web;

/// <summary>Builds the process that only works.</summary>
internal static class WorkerHost
{
    /// <summary>Builds; nothing runs yet.</summary>
    /// <param name="options">What the operator set.</param>
    /// <param name="reading">Makes the reader, on first use.</param>
    /// <param name="change">Replaces parts; null for none.</param>
    public static IHost Build(ServiceOptions options, Func<IServiceProvider, IDocumentReading> reading, Action<IServiceCollection>? change = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddVejjaLogging(options);
        builder.Services.AddVejjaStorage(options).AddVejjaWork(options).AddSingleton(reading);
        change?.Invoke(builder.Services);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder.Build();
    }
}
