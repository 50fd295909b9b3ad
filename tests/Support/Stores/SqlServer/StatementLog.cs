using System.Reflection;
using System.Text.Json;
using Microsoft.Data.SqlClient;

namespace Concord.Support;

/// <summary>A statement as SQL Server would receive it.</summary>
/// <param name="Service">Whose database it is for.</param>
/// <param name="Text">The batch.</param>
/// <param name="Parameters">Declared as the driver declares them.</param>
/// <param name="Sites">Lines of the product that asked for it, the nearest first.</param>
public sealed record RecordedStatement(string Service, string Text, IReadOnlyList<RecordedParameter> Parameters, IReadOnlyList<string> Sites);

/// <param name="Name">With its @.</param>
/// <param name="Type">As T-SQL declares it.</param>
public sealed record RecordedParameter(string Name, string Type)
{
    internal static RecordedParameter Of(SqlParameter parameter)
    {
        var type = parameter.SqlDbType.ToString().ToLowerInvariant();
        return new(parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName, type switch
        {
            "nvarchar" or "varchar" or "varbinary" or "nchar" or "char" or "binary" => $"{type}({(parameter.Size is < 1 or > 8000 ? "max" : parameter.Size)})",
            "decimal" => $"decimal({(parameter.Precision == 0 ? 18 : parameter.Precision)},{parameter.Scale})",
            _ => type,
        });
    }
}

/// <summary>What one test process recorded, each distinct statement of a call site once, in TestResults/sqlserver.</summary>
public static class StatementLog
{
    private static readonly Lock Writing = new();
    private static readonly HashSet<string> Written = new(StringComparer.Ordinal);
    private static StreamWriter? s_file;

    public static string Folder => Repository.PathOf("TestResults", "sqlserver");

    public static IEnumerable<RecordedStatement> Read() => Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Select(l => JsonSerializer.Deserialize<RecordedStatement>(l)!);

    internal static void Add(RecordedStatement statement)
    {
        var line = JsonSerializer.Serialize(statement);
        lock (Writing)
        {
            if (Written.Add(line))
            {
                s_file ??= Open();
                s_file.WriteLine(line);
            }
        }
    }

    /// <summary>The schema that the recorded statements were made for.</summary>
    internal static void AddSchema(string service, string script)
    {
        lock (Writing)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(Path.Combine(Folder, $"{service}.sql"), script);
        }
    }

    private static StreamWriter Open()
    {
        Directory.CreateDirectory(Folder);
        return new StreamWriter(Path.Combine(Folder, $"{Assembly.GetEntryAssembly()!.GetName().Name}.jsonl"), append: false) { AutoFlush = true };
    }
}
