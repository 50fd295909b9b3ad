using System.Security.Cryptography;

namespace Concord.Embedded;

/// <summary>The one place where a single-process platform keeps everything; one process at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    public string KeyDirectory => System.IO.Path.Combine(Path, "keys");

    public string HeadDirectory => System.IO.Path.Combine(Path, "audit-heads");

    public string WitnessKeyDirectory => System.IO.Path.Combine(Path, "witness-keys");

    /// <summary>Of one service: what it seals no other one opens.</summary>
    public string SealingKeyDirectory(string service) => System.IO.Path.Combine(Path, "sealing-keys", service);

    public string ErasureLedger(string service) => System.IO.Path.Combine(Path, "erasures", $"{service}.jsonl");

    public string FirstSignInFile => System.IO.Path.Combine(Path, "first-sign-in.txt");

    public string DemoSignInFile => System.IO.Path.Combine(Path, "demo-sign-in.txt");

    /// <exception cref="InvalidOperationException">Another process uses the directory, or it cannot be written.</exception>
    public static DataDirectory Open(string path)
    {
        try
        {
            MakePrivate(path);
            // Released by the operating system when the process ends, however it ends.
            return new DataDirectory(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The data directory {path} cannot be used: another Concord process has it, or it cannot be written ({e.Message}).", e);
        }
    }

    public string ConnectionString(string service) => $"Data Source={System.IO.Path.Combine(Path, $"{service}.db")}";

    /// <summary>A secret that stays the same for this directory.</summary>
    public string Secret(string name)
    {
        MakePrivate(KeyDirectory);
        var file = System.IO.Path.Combine(KeyDirectory, $"{name}.secret");
        if (!File.Exists(file))
        {
            // Written aside and renamed: a process killed halfway leaves no half secret.
            var draft = $"{file}.draft";
            File.WriteAllText(draft, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(draft, file, overwrite: true);
        }

        return File.ReadAllText(file);
    }

    public void Dispose() => _lock.Dispose();

    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
