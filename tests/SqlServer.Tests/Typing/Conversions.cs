using System.Globalization;
using Concord.SqlServer.Tests.Schema;

namespace Concord.SqlServer.Tests.Typing;

/// <summary>
/// What may meet what without a word. Stricter than SQL Server: it would turn a text into a number or an id by itself, and then scan,
/// or fail on the first value that is none. EF never means that.
/// </summary>
internal static class Conversions
{
    public static void Compare(SqlType left, SqlType right)
    {
        if (!Meet(left, right))
        {
            throw new CompileException($"Operand type clash: {left} is compared with {right}.");
        }

        if (left.Family == Family.Text && right.Family == Family.Text && left.Literal is null && right.Literal is null && IsUnicode(left) != IsUnicode(right))
        {
            throw new CompileException($"{left} is compared with {right}: the column is converted row by row.");
        }
    }

    public static void Assign(SqlType from, SqlType to, string target)
    {
        if (!Meet(from, to) || (from.Family == Family.Moment && to.Family == Family.Date) || (from.Family == Family.Number && to.Family == Family.Integer))
        {
            throw new CompileException($"Operand type clash: {from} is put into {target}, which is {to}.");
        }

        if (from.Literal is null && from.Rank > to.Rank && to.Rank > 0)
        {
            throw new CompileException($"{from} is put into {target}, which is {to}: a large value does not fit.");
        }

        if (from.Family == Family.Text && IsUnicode(from) && !IsUnicode(to))
        {
            throw new CompileException($"{from} is put into {target}, which is {to}: letters are lost.");
        }

        if (from.Length is { } length && to.Length is { } room && length > room)
        {
            throw new CompileException($"{from} is put into {target}, which is {to}: it would be truncated.");
        }
    }

    public static SqlType Common(IEnumerable<SqlType> types)
    {
        var common = SqlType.Null;
        foreach (var type in types)
        {
            if (!Meet(common, type))
            {
                throw new CompileException($"{common} and {type} are alternatives of one value.");
            }

            common = common.Family == Family.Null ? type with { Literal = null }
                : type.Family == Family.Null ? common
                : common.Family == Family.Text && (common.Length ?? SqlType.Max) < (type.Length ?? SqlType.Max) ? type with { Literal = null }
                : common.Rank < type.Rank || (common.Family == Family.Integer && type.Family == Family.Number) ? type with { Literal = null }
                : common;
        }

        return common;
    }

    private static bool Meet(SqlType one, SqlType other) =>
        one.Family == Family.Null || other.Family == Family.Null || one.Family == other.Family
        || (IsCount(one) && IsCount(other))
        || (IsDay(one) && IsDay(other))
        || Reads(one, other) || Reads(other, one);

    // An instant, a day or an id written out in the statement is a text there; the server reads it once.
    private static bool Reads(SqlType text, SqlType other) => text is { Family: Family.Text, Literal: { } literal } && other.Family switch
    {
        Family.Guid => Guid.TryParse(literal, out _),
        Family.Date or Family.Moment => DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        Family.Time => TimeOnly.TryParse(literal, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static bool IsCount(SqlType type) => type.Family is Family.Integer or Family.Bit or Family.Number;

    private static bool IsDay(SqlType type) => type.Family is Family.Date or Family.Moment;

    private static bool IsUnicode(SqlType type) => type.Name is "nvarchar" or "nchar" or "sysname";
}
