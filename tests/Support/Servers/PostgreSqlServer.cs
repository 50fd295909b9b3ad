using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Xunit.Sdk;

namespace Concord.Support.Servers;

/// <summary>A private PostgreSQL on a free loopback port, with a cluster of its own in a directory of its own. It cannot outlive the process that started it.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    // It reads orders from us. End of input means that we are gone, be it by SIGKILL: then the server goes too, and its directory.
    private const string Keeper = """
        trap '' INT TERM HUP
        programs=$1; shift
        directory=$(mktemp -d "${TMPDIR:-/tmp}/concord-postgresql-XXXXXX") || exit 1
        exec 2>>"$directory/log"
        cd "$directory"
        "$programs/initdb" --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en --no-sync --no-instructions >>log || exit 1
        halt() { [ -z "$server" ] || { kill -s "$1" "$server"; wait "$server"; server=; }; }
        echo "$directory"
        while read -r order; do
          case $order in
            start) setpriv --pdeathsig INT "$programs/postgres" -D data "$@" </dev/null >>log & server=$!; echo "$server" ;;
            stop) halt INT; echo stopped ;;
            certificate) read -r text; (umask 077; echo "$text" | base64 -d >server.pem); echo written ;;
          esac
        done
        halt QUIT
        rm -rf "$directory"
        """;

    private static readonly string? Programs = FindPrograms();
    private readonly Process _keeper;
    private readonly string _directory;
    private int _postmaster;

    private PostgreSqlServer(Process keeper, string directory, int port)
    {
        _keeper = keeper;
        _directory = directory;
        Port = port;
    }

    /// <summary>Whether the programs are here; a test that needs them is skipped otherwise.</summary>
    public static bool Available => Programs is not null;

    public int Port { get; }

    /// <summary>Its data, the write-ahead log and what it says of itself.</summary>
    public string FilesIn => _directory;

    /// <param name="durable">A commit is on the disk before it is acknowledged, as in operation; without it the server is faster and a crash loses commits.</param>
    /// <param name="more">Further settings, as `name=value`; they go before those that are set here.</param>
    public static async Task<PostgreSqlServer> StartAsync(bool durable = false, params string[] more)
    {
        var programs = Programs ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        var port = Ports.Next();
        string[] settings =
        [
            $"port={port.ToString(CultureInfo.InvariantCulture)}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=400", "shared_buffers=64MB", "jit=off",
            .. durable ? [] : (string[])["fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off", "checkpoint_timeout=1h", "max_wal_size=8GB"],
            .. more,
        ];
        // initdb and postgres refuse to run as root.
        string[] user = Environment.UserName == "root" ? ["--reuid=postgres", "--regid=postgres", "--init-groups"] : [];
        var keeper = Process.Start(new ProcessStartInfo("setpriv", [.. user, "--", "sh", "-c", Keeper, "keeper", programs, .. settings.SelectMany(s => (string[])["-c", s])])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var directory = await keeper.StandardOutput.ReadLineAsync() ?? throw new XunitException($"No PostgreSQL cluster was made: {await keeper.StandardError.ReadToEndAsync()}");
        var server = new PostgreSqlServer(keeper, directory, port);
        await server.RestartAsync();
        return server;
    }

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port.ToString(CultureInfo.InvariantCulture)};Database={database};Username=postgres";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A table at a time, as its database would print it: also what the files hold compressed.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TablesOfAsync(string database)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        List<string> names = [];
        await using (var command = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", connection))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                names.Add(rows.GetString(0));
            }
        }

        Dictionary<string, string> tables = [];
        foreach (var name in names)
        {
            using var printed = await connection.BeginTextExportAsync($"COPY {name} TO STDOUT");
            tables[name] = await printed.ReadToEndAsync();
        }

        return tables;
    }

    /// <summary>From now on it speaks TLS with whoever asks for it.</summary>
    /// <param name="certificate">Certificate and key, as PEM.</param>
    public async Task UseTlsAsync(string certificate)
    {
        await OrderAsync($"certificate\n{Convert.ToBase64String(Encoding.ASCII.GetBytes(certificate))}"); // written by its own user, or it does not take the key
        var pem = Path.Combine(_directory, "server.pem");
        foreach (var setting in (string[])[$"ssl_cert_file = '{pem}'", $"ssl_key_file = '{pem}'", "ssl = on"])
        {
            await ExecuteAsync($"ALTER SYSTEM SET {setting}");
        }

        await ExecuteAsync("SELECT pg_reload_conf()");
    }

    /// <summary>Starts it on the data and the port it had.</summary>
    public async Task RestartAsync()
    {
        _postmaster = int.Parse(await OrderAsync("start"), CultureInfo.InvariantCulture);
        await Eventually.TrueAsync(AnswersAsync, $"PostgreSQL answers. Its log: {Path.Combine(_directory, "log")}");
    }

    /// <summary>Ends every session and stops; the data stays.</summary>
    public Task StopAsync() => OrderAsync("stop");

    /// <summary>SIGKILL to every process of it at once; the data stays as the crash left it.</summary>
    public async Task KillAsync()
    {
        using var postmaster = Process.GetProcessById(_postmaster);
        postmaster.Kill(entireProcessTree: true);
        await OrderAsync("stop"); // waits for its end
    }

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private async Task<string> OrderAsync(string order)
    {
        await _keeper.StandardInput.WriteLineAsync(order);
        await _keeper.StandardInput.FlushAsync();
        return await _keeper.StandardOutput.ReadLineAsync() ?? throw new XunitException("The keeper of PostgreSQL has ended.");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string? FindPrograms() =>
        new[] { "/usr/lib/postgresql" }.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Select(d => Path.Combine(d, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));
}
