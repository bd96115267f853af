using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Language.Assistant;
using Vejja.Storage.Encryption;

namespace Vejja.App.Web;

/// <summary>What an operator sets, by environment variables (<c>VEJJA_…</c>) or options of the command; docs/operations.md lists them.</summary>
internal sealed record ServiceOptions
{
    /// <summary>Folder of the database, the blobs and the key.</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL connection string, or the path of a SQLite file.</summary>
    public required string Database { get; init; }

    /// <summary>The installation's secret.</summary>
    public required DataKey DataKey { get; init; }

    /// <summary>AMQP address of RabbitMQ; null for the embedded engine.</summary>
    public Uri? Broker { get; init; }

    /// <summary>Jobs at one time in this process; 0 for a process that only answers requests.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Stages that this process works on.</summary>
    public IReadOnlyCollection<Stage> Stages { get; init; } = Enum.GetValues<Stage>();

    /// <summary>Where the service listens, such as <c>http://127.0.0.1:8080</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Largest file, in bytes. Default 20 MiB.</summary>
    public long MaximumFileLength { get; init; } = 20 << 20;

    /// <summary>Most files in one request.</summary>
    public int MaximumFiles { get; init; } = 20;

    /// <summary>Documents that may wait before uploads are answered with 503.</summary>
    public int QueueLimit { get; init; } = 1000;

    /// <summary>Documents older than this are deleted; null keeps them until asked.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>Whether webhooks may go to private addresses.</summary>
    public bool AllowPrivateWebhooks { get; init; }

    /// <summary>Whether logs are JSON lines, for machines.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>Least level that is logged; <see cref="LogLevel.None"/> for silence.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Lease of a job. Default 30 s.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a language model is asked after reading each document.</summary>
    public bool Enhance { get; init; }

    /// <summary>What the assistant says and knows of the place.</summary>
    public AssistantOptions Assistant { get; init; } = new();

    /// <summary>Folder of the pictures.</summary>
    public string BlobFolder => Path.Combine(DataFolder, "blobs");

    /// <summary>Reads the environment.</summary>
    /// <exception cref="ArgumentException">A value is not what it must be; the message names the variable, never the value.</exception>
    public static ServiceOptions FromEnvironment(string? dataFolder = null)
    {
        var folder = dataFolder ?? Variable("DATA") ?? Path.Combine(Environment.CurrentDirectory, "data");
        Directory.CreateDirectory(folder);
        return new()
        {
            DataFolder = folder,
            Database = Secret("DATABASE") ?? Path.Combine(folder, "vejja.db"),
            DataKey = Secret("DATA_KEY") is { } key ? DataKey.Parse(key) : DataKey.FromFile(Path.Combine(folder, "data.key")),
            Broker = Secret("BROKER") is { } broker ? new Uri(broker) : null,
            Workers = Number("WORKERS", Math.Clamp(Environment.ProcessorCount + 1, 2, 16), 0, 64),
            Urls = Variable("URLS") ?? "http://127.0.0.1:8080",
            MaximumFileLength = (long)Number("MAX_FILE_MIB", 20, 1, 200) << 20,
            QueueLimit = Number("QUEUE_LIMIT", 1000, 1, 10_000_000),
            Retention = Number("RETENTION_DAYS", 0, 0, 36_500) is var days and > 0 ? TimeSpan.FromDays(days) : null,
            AllowPrivateWebhooks = Number("ALLOW_PRIVATE_WEBHOOKS", 0, 0, 1) == 1,
            JsonLogs = Number("JSON_LOGS", 0, 0, 1) == 1,
            LogLevel = Level(Variable("LOG_LEVEL")),
            Lease = TimeSpan.FromSeconds(Number("LEASE_SECONDS", 30, 1, 3600)),
            Enhance = Number("ENHANCE", 0, 0, 1) == 1,
            Assistant = AssistantFromEnvironment(),
        };
    }

    /// <summary>Whom the assistant says to call: <c>VEJJA_EMERGENCY_NUMBERS</c>, such as <c>KH:119;FR:15,112</c>.</summary>
    /// <exception cref="ArgumentException">The variable is not of that form.</exception>
    public static AssistantOptions AssistantFromEnvironment() =>
        Variable("EMERGENCY_NUMBERS") is { } numbers ? new() { EmergencyNumbers = EmergencyNumber.Parse(numbers) } : new();

    private static string? Variable(string name) => Environment.GetEnvironmentVariable("VEJJA_" + name) is { Length: > 0 } value ? value : null;

    /// <summary>A secret stands in the variable itself, or in the file that the variable with <c>_FILE</c> names.</summary>
    private static string? Secret(string name) =>
        Variable(name) ?? (Variable(name + "_FILE") is { } path ? File.ReadAllText(path).Trim() : null);

    private static LogLevel Level(string? name) => name switch
    {
        null or "information" => LogLevel.Information,
        "warning" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "none" => LogLevel.None,
        _ => throw new ArgumentException("VEJJA_LOG_LEVEL must be information, warning, error or none."),
    };

    private static int Number(string name, int fallback, int least, int most)
    {
        if (Variable(name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentException($"VEJJA_{name} must be a whole number from {least} to {most}.");
    }
}
