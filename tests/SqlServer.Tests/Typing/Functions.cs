using Concord.SqlServer.Tests.Schema;

namespace Concord.SqlServer.Tests.Typing;

/// <summary>The built-in functions of T-SQL that EF's SQL Server provider writes, with what they take and give. The compiler does not look at these.</summary>
internal static class Functions
{
    private sealed record Function(int Least, int Most, Func<IReadOnlyList<SqlType>, SqlType> Result, params Family[] Takes);

    private static readonly SqlType Text = new("nvarchar", SqlType.Max);
    private static readonly SqlType Moment = new("datetime2");
    private static readonly SqlType Big = new("bigint");

    private static readonly Dictionary<string, Function> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["COUNT"] = new(1, 1, _ => SqlType.Int),
        ["COUNT_BIG"] = new(1, 1, _ => Big),
        ["MIN"] = new(1, 1, First),
        ["MAX"] = new(1, 1, First),
        ["SUM"] = new(1, 1, First, Family.Integer, Family.Number),
        ["AVG"] = new(1, 1, First, Family.Integer, Family.Number),
        ["STRING_AGG"] = new(2, 2, _ => Text, Family.Text),
        ["ROW_NUMBER"] = new(0, 0, _ => Big),
        ["LEN"] = new(1, 1, _ => SqlType.Int, Family.Text),
        ["DATALENGTH"] = new(1, 1, _ => SqlType.Int, Family.Text, Family.Binary),
        ["UPPER"] = new(1, 1, First, Family.Text),
        ["LOWER"] = new(1, 1, First, Family.Text),
        ["LTRIM"] = new(1, 2, First, Family.Text),
        ["RTRIM"] = new(1, 2, First, Family.Text),
        ["TRIM"] = new(1, 1, First, Family.Text),
        ["LEFT"] = new(2, 2, First, Family.Text, Family.Integer),
        ["RIGHT"] = new(2, 2, First, Family.Text, Family.Integer),
        ["SUBSTRING"] = new(3, 3, First, Family.Text, Family.Binary, Family.Integer),
        ["CHARINDEX"] = new(2, 3, _ => SqlType.Int, Family.Text, Family.Integer),
        ["REPLACE"] = new(3, 3, _ => Text, Family.Text),
        ["CONCAT"] = new(2, 254, _ => Text),
        ["ISNULL"] = new(2, 2, Conversions.Common),
        ["COALESCE"] = new(2, 254, Conversions.Common),
        ["NULLIF"] = new(2, 2, First),
        ["NEWID"] = new(0, 0, _ => new("uniqueidentifier")),
        ["GETDATE"] = new(0, 0, _ => Moment),
        ["GETUTCDATE"] = new(0, 0, _ => Moment),
        ["SYSDATETIME"] = new(0, 0, _ => Moment),
        ["SYSUTCDATETIME"] = new(0, 0, _ => Moment),
        ["SYSDATETIMEOFFSET"] = new(0, 0, _ => new("datetimeoffset")),
        ["ABS"] = new(1, 1, First, Family.Integer, Family.Number),
        ["CEILING"] = new(1, 1, First, Family.Integer, Family.Number),
        ["FLOOR"] = new(1, 1, First, Family.Integer, Family.Number),
        ["ROUND"] = new(2, 3, First, Family.Integer, Family.Number),
        ["SIGN"] = new(1, 1, First, Family.Integer, Family.Number),
        ["GREATEST"] = new(1, 254, Conversions.Common),
        ["LEAST"] = new(1, 254, Conversions.Common),
        ["JSON_VALUE"] = new(2, 2, _ => Text, Family.Text),
        ["JSON_QUERY"] = new(1, 2, _ => Text, Family.Text),
        ["OBJECT_ID"] = new(1, 2, _ => SqlType.Int, Family.Text),
    };

    private static readonly Dictionary<string, Function> Dated = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DATEADD"] = new(2, 2, a => a[1], Family.Integer, Family.Number, Family.Date, Family.Moment, Family.Time),
        ["DATEDIFF"] = new(2, 2, _ => SqlType.Int, Family.Date, Family.Moment, Family.Time),
        ["DATEDIFF_BIG"] = new(2, 2, _ => Big, Family.Date, Family.Moment, Family.Time),
        ["DATEPART"] = new(1, 1, _ => SqlType.Int, Family.Date, Family.Moment, Family.Time),
    };

    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        "year", "quarter", "month", "dayofyear", "day", "week", "weekday", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
    };

    /// <summary>Whether the first argument is a part of a date, such as <c>day</c>, and no value.</summary>
    public static bool TakesPart(string name) => Dated.ContainsKey(name);

    public static void CheckPart(string name, string part)
    {
        if (!Parts.Contains(part))
        {
            throw new CompileException($"{name} knows no part {part}.");
        }
    }

    public static SqlType Result(string name, IReadOnlyList<SqlType> arguments)
    {
        if (!Known.TryGetValue(name, out var function) && !Dated.TryGetValue(name, out function))
        {
            throw new CompileException($"{name} is no built-in function of SQL Server that this check knows.");
        }

        if (arguments.Count < function.Least || arguments.Count > function.Most)
        {
            throw new CompileException($"{name} takes {function.Least} to {function.Most} arguments, not {arguments.Count}.");
        }

        if (function.Takes.Length > 0 && arguments.FirstOrDefault(a => a.Family != Family.Null && !function.Takes.Contains(a.Family)) is { } wrong)
        {
            throw new CompileException($"{name} takes no {wrong}.");
        }

        return function.Result(arguments);
    }

    private static SqlType First(IReadOnlyList<SqlType> arguments) => arguments[0] with { Literal = null };
}
