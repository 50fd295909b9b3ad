using System.Data.Common;
using System.Text;

namespace Concord.Platform.Telemetry.Logs;

/// <summary>
/// An exception as a log may tell it: types, codes and where it happened. Its text stays out: SQL Server quotes the duplicate key, a parser quotes
/// what it could not read.
/// </summary>
internal sealed class ToldException(Exception original) : Exception(Chain(original))
{
    public override string? StackTrace => original.StackTrace;

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var e = original; e is not null; e = e.InnerException)
        {
            text.Append(Name(e)).Append('\n').Append(e.StackTrace).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static string Chain(Exception original)
    {
        List<string> names = [];
        for (var e = original; e is not null; e = e.InnerException)
        {
            names.Add(Name(e));
        }

        return string.Join(" <- ", names);
    }

    private static string Name(Exception e) => e is DbException { SqlState: { Length: > 0 } state } ? $"{e.GetType()} {state}"
        : e is DbException { ErrorCode: not 0 } database ? $"{e.GetType()} {database.ErrorCode}"
        : e.GetType().ToString();
}
