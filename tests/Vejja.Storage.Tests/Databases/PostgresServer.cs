using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Vejja.Tests.Shared;

namespace Vejja.Storage.Tests.Databases;

/// <summary>A real PostgreSQL server of Debian's package, on a free loopback port, in a temporary folder.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lock Gate = new();
    private static PostgresServer? running;

    private readonly string folder = Directory.CreateTempSubdirectory("vejja-postgres-").FullName;

    public PostgresServer()
    {
        Port = FreePort.Find();
        if (IsRoot)
            Run("chown", "postgres", folder);
        Execute("initdb", "-D", folder + "/data", "-A", "trust", "-U", "vejja", "-E", "UTF8", "--locale=C", "--no-sync");
        Start();
    }

    public int Port { get; }

    public static bool IsInstalled => BinFolder is not null;

    public static string? BinFolder { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")))
        : null;

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>The process's own server, started on first use; the test is skipped where PostgreSQL is not installed.</summary>
    public static PostgresServer Shared
    {
        get
        {
            Assert.SkipWhen(BinFolder is null, "PostgreSQL is not installed (Debian package postgresql).");
            lock (Gate)
            {
                if (running is null)
                {
                    running = new();
                    AppDomain.CurrentDomain.ProcessExit += (_, _) => running.Dispose();
                }

                return running;
            }
        }
    }

    /// <summary>A new empty database.</summary>
    public string CreateDatabase()
    {
        var name = "d" + Guid.NewGuid().ToString("N");
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made above.
        command.CommandText = "CREATE DATABASE " + name;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    public void Start() =>
        Execute("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", string.Create(CultureInfo.InvariantCulture, $"-p {Port} -k {folder} -h 127.0.0.1 -c fsync=off -c max_connections=400"), "start");

    public void Stop() => Execute("pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop");

    public void Dispose()
    {
        if (File.Exists(folder + "/data/postmaster.pid"))
            Stop();
        Directory.Delete(folder, recursive: true);
    }

    private string ConnectionString(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=vejja;Database={name};Maximum Pool Size=30");

    private static void Execute(string program, params string[] arguments)
    {
        var path = Path.Combine(BinFolder!, program);
        if (IsRoot)
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
