using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Concord.Support.Servers;

/// <summary>Directory, configuration and ports of one RabbitMQ node.</summary>
internal sealed class NodeFiles
{
    public const string User = "concord";
    public const int VirtualHosts = 24;
    private readonly string _directory;
    private readonly string _name;
    private readonly int _distributionPort;

    private NodeFiles(string directory)
    {
        _directory = directory;
        _name = $"{Path.GetFileName(directory)}@localhost";
        (Port, SecurePort, _distributionPort) = (Ports.Next(), Ports.Next(), Ports.Next());
    }

    public int Port { get; }

    /// <summary>Where it speaks TLS, if it does.</summary>
    public int SecurePort { get; }

    public string Password { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    public string Root => _directory;

    public string Log => Path.Combine(_directory, "output.log");

    private string Data => Path.Combine(_directory, "data");

    /// <param name="certificate">Certificate and key, as PEM, with which it speaks TLS as well; null where it does not.</param>
    public static NodeFiles Make(string? certificate)
    {
        var files = new NodeFiles(Directory.CreateTempSubdirectory("concord-rabbit-").FullName);
        File.WriteAllText(Path.Combine(files._directory, "enabled_plugins"), "[].");
        // Definitions are loaded at every start: a wiped node has its user and its virtual hosts again, but no queue.
        File.WriteAllText(Path.Combine(files._directory, "rabbit.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{files.Port}
            load_definitions = {Path.Combine(files._directory, "definitions.json")}
            log.file.level = warning
            raft.wal_max_size_bytes = 33554432
            {files.SecureListener(certificate)}

            """);
        File.WriteAllText(Path.Combine(files._directory, "definitions.json"), files.Definitions());
        return files;
    }

    public void Describe(IDictionary<string, string?> environment)
    {
        environment["HOME"] = _directory;
        environment["RABBITMQ_NODENAME"] = _name;
        environment["RABBITMQ_DIST_PORT"] = _distributionPort.ToString();
        environment["RABBITMQ_CONFIG_FILE"] = Path.Combine(_directory, "rabbit");
        environment["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_directory, "none");
        environment["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_directory, "enabled_plugins");
        environment["RABBITMQ_MNESIA_BASE"] = Data;
        environment["RABBITMQ_LOG_BASE"] = Path.Combine(_directory, "log");
        environment["RABBITMQ_ALLOW_INPUT"] = "1"; // or the script stays as the node's parent, and its process is not the one to kill
        environment["RABBITMQ_SERVER_START_ARGS"] = "-noinput";
        environment["RABBITMQ_PID_FILE"] = Path.Combine(_directory, "pid");
        environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none"; // idle schedulers must not spin beside the tests
    }

    public void Wipe() => Directory.Delete(Data, recursive: true);

    public void Delete() => Directory.Delete(_directory, recursive: true);

    private string SecureListener(string? certificate)
    {
        if (certificate is null)
        {
            return "";
        }

        var pem = Path.Combine(_directory, "server.pem");
        File.WriteAllText(pem, certificate);
        return $"""
            listeners.ssl.1 = 127.0.0.1:{SecurePort}
            ssl_options.certfile = {pem}
            ssl_options.keyfile = {pem}
            ssl_options.verify = verify_none
            """;
    }

    private string Definitions()
    {
        var hosts = Enumerable.Range(0, VirtualHosts).Select(i => $"v{i}").ToList();
        var salt = RandomNumberGenerator.GetBytes(4);
        byte[] hash = [.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(Password)])];
        return JsonSerializer.Serialize(new
        {
            users = new[] { new { name = User, password_hash = Convert.ToBase64String(hash), hashing_algorithm = "rabbit_password_hashing_sha256", tags = "administrator" } },
            vhosts = hosts.Select(name => new { name }),
            permissions = hosts.Select(vhost => new { user = User, vhost, configure = ".*", write = ".*", read = ".*" }),
        });
    }
}
