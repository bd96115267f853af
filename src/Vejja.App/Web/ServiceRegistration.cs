using System.Text.Encodings.Web;
using System.Text.Unicode;
using Vejja.App.Features.Accounts;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Chat;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Enhance;
using Vejja.App.Features.Keys;
using Vejja.App.Features.Metrics;
using Vejja.App.Features.Ocr;
using Vejja.App.Features.Reminders;
using Vejja.App.Features.Uploads;
using Vejja.App.Features.Webhooks;
using Vejja.App.Features.Work;
using Vejja.App.Web.Pages;
using Vejja.Jobs.Embedded;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;
using Vejja.Jobs.Rabbit;
using Vejja.Jobs.Threads;
using Vejja.Language.Assistant;
using Vejja.Language.Generation;
using Vejja.Storage;
using Vejja.Storage.Blobs;
using Vejja.Storage.Encryption;
using Vejja.Storage.Retention;

namespace Vejja.App.Web;

/// <summary>What serving and working processes are made of.</summary>
internal static class ServiceRegistration
{
    /// <summary>Database, blobs, keys of encryption, counters. Contexts are not pooled: one that could not begin a transaction keeps its connection open, which only its disposal ends.</summary>
    public static IServiceCollection AddVejjaStorage(this IServiceCollection services, ServiceOptions options) => services
        .AddSingleton(options)
        .AddSingleton(TimeProvider.System)
        .AddDbContextFactory<VejjaContext>(builder => Database.Configure(builder, options.Database))
        .AddSingleton(options.DataKey)
        .AddSingleton<ContentCipher>()
        .AddSingleton<KeyedHash>()
        .AddSingleton<IBlobStore>(provider => new FolderBlobStore(
            options.BlobFolder, provider.GetRequiredService<ContentCipher>(), provider.GetRequiredService<KeyedHash>()))
        .AddSingleton<DocumentRemoval>()
        .AddSingleton<MetricsListener>();

    /// <summary>Background work; none where the process has no workers.</summary>
    public static IServiceCollection AddVejjaWork(this IServiceCollection services, ServiceOptions options)
    {
        services
            .AddSingleton(new WorkerOptions { Parallelism = options.Workers, Stages = options.Stages, Lease = options.Lease })
            .AddSingleton<WorkSignal>()
            .AddSingleton<JobMetrics>()
            .AddSingleton<ReadingMetrics>()
            .AddSingleton<QueueGauge>()
            .AddSingleton<IJobLedger, DatabaseLedger>()
            .AddSingleton<ComputingThreads>()
            .AddSingleton<IStageWork, StageWork>()
            .AddSingleton<JobExecution>();
        if (options.Enhance)
            services.AddEnhancement().AddSingleton<IDocumentEnhancement, DocumentEnhancement>();
        if (options.Broker is { } broker)
        {
            // A connection each: a broker without room stops to listen to one that publishes, and acknowledgements must not wait behind that.
            services.AddSingleton(new RabbitOptions(broker)).AddTransient<RabbitConnection>().AddHostedService<RabbitPublisher>();
            if (options.Workers > 0)
                services.AddHostedService<RabbitWorkers>().AddHostedService<LeaseReclamation>();
        }
        else if (options.Workers > 0)
        {
            services.AddHostedService<EmbeddedWorkers>().AddHostedService<LeaseReclamation>();
        }

        return services;
    }

    /// <summary>What answers requests.</summary>
    public static IServiceCollection AddVejjaFeatures(this IServiceCollection services) => services
        .AddSingleton<AuditLog>().AddHostedService(provider => provider.GetRequiredService<AuditLog>())
        .AddHostedService<RetentionSweep>()
        .AddHostedService<WebhookSender>()
        .AddSingleton<ReminderStore>().AddSingleton<ReminderChanges>()
        .AddSingleton<KeyStore>().AddSingleton<AccountStore>().AddSingleton<SessionStore>().AddSingleton<FirstKey>()
        .AddSingleton<ListPages>().AddSingleton<ReviewPages>()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton<Conversations>().AddSingleton<ChatSubjects>()
        .AddSingleton(provider => new PrescriptionAssistant(provider.GetRequiredService<ServiceOptions>().Assistant, provider.GetService<ILanguageModel>()))
        .AddSingleton<OcrGate>().AddSingleton<UploadGate>().AddSingleton<DocumentIntake>()
        .AddSingleton<DocumentQueries>().AddSingleton<DocumentControl>().AddSingleton<Approval>().AddSingleton<ResultStore>().AddSingleton<Corrections>()
        .AddEnhancement();
}
