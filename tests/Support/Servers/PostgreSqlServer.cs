using System.Diagnostics;
using Npgsql;

namespace Concord.Support.Servers;

/// <summary>A private PostgreSQL of one test run: own directory, own port on loopback, gone afterwards.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string User = "postgres"; // it refuses to run as root
    private readonly string _directory;
    private readonly bool _durable;
    private Process _process;

    private PostgreSqlServer(string directory, int port, bool durable, Process process) =>
        (_directory, Port, _durable, _process) = (directory, port, durable, process);

    private static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;

    /// <summary>What keeps it from starting here; null where nothing does.</summary>
    public static string? Missing => Programs is null ? "PostgreSQL is not installed (Debian: postgresql)." : null;

    public int Port { get; }

    /// <param name="durable">Whether a commit reaches the disk; where no crash is tested it need not.</param>
    public static async Task<PostgreSqlServer> StartAsync(bool durable = false)
    {
        var directory = Directory.CreateTempSubdirectory("concord-postgresql-").FullName;
        using (var own = Process.Start("chown", [User, directory]))
        {
            await own.WaitForExitAsync();
        }

        await OwnProcess.RunAsync(User, Path.Combine(directory, "initdb.log"), null, Path.Combine(Programs!, "initdb"),
            "-D", Path.Combine(directory, "data"), "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        var port = Ports.Next();
        var server = new PostgreSqlServer(directory, port, durable, Launch(directory, port, durable));
        await server.ReadyAsync();
        return server;
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={User};Database={database};Maximum Pool Size=20;Timeout=5;Command Timeout=10";

    public async Task CreateDatabaseAsync(string database)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString("postgres")};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{database}\"", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>SIGKILL of the server; its children end themselves.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same data and port.</summary>
    public async Task RestartAsync()
    {
        _process = Launch(_directory, Port, _durable);
        await ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static Process Launch(string directory, int port, bool durable)
    {
        var data = Path.Combine(directory, "data");
        return OwnProcess.Start(User, Path.Combine(directory, "server.log"), null, Path.Combine(Programs!, "postgres"),
            ["-D", data, "-p", $"{port}", "-h", "127.0.0.1", "-k", directory, "-c", "max_connections=400", .. durable ? Array.Empty<string>() : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]]);
    }

    private Task ReadyAsync() => Eventually.TrueAsync(async () =>
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"PostgreSQL ended: {await File.ReadAllTextAsync(Path.Combine(_directory, "server.log"))}");
        }

        try
        {
            await using var connection = new NpgsqlConnection($"{ConnectionString("postgres")};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }, "PostgreSQL takes connections");
}
