using System.Globalization;
using Concord.SqlServer.Tests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Typing;

internal enum Family
{
    Null,
    Text,
    Integer,
    Bit,
    Number,
    Guid,
    Binary,
    Date,
    Time,
    Moment,
}

/// <summary>A type of T-SQL as far as it matters for what may be compared with or put into what.</summary>
/// <param name="Name">As declared, without its length.</param>
/// <param name="Length">Of texts and bytes; <see cref="Max"/> for max; null where unknown or none.</param>
/// <param name="Literal">The value where it is written out in the statement.</param>
internal sealed record SqlType(string Name, int? Length = null, string? Literal = null)
{
    public const int Max = int.MaxValue;

    public static readonly SqlType Null = new("null");
    public static readonly SqlType Int = new("int");
    public static readonly SqlType Bit = new("bit");

    public Family Family => Name switch
    {
        "null" => Family.Null,
        "nvarchar" or "varchar" or "nchar" or "char" or "sysname" => Family.Text,
        "tinyint" or "smallint" or "int" or "bigint" => Family.Integer,
        "bit" => Family.Bit,
        "decimal" or "numeric" or "float" or "real" or "money" => Family.Number,
        "uniqueidentifier" => Family.Guid,
        "varbinary" or "binary" or "rowversion" or "timestamp" => Family.Binary,
        "date" => Family.Date,
        "time" => Family.Time,
        "datetime2" or "datetime" or "smalldatetime" or "datetimeoffset" => Family.Moment,
        _ => throw new CompileException($"There is no type {Name} that this check knows."),
    };

    public int Rank => Name switch { "tinyint" => 1, "smallint" => 2, "int" => 3, "bigint" => 4, _ => 0 };

    /// <summary>At most, in the key of an index; fixed types by the longest of them.</summary>
    public int KeyBytes => Length is { } length ? (Name.StartsWith('n') ? Math.Min(length, 4000) * 2 : Math.Min(length, 8000)) : 16;

    public static bool HasLength(string name) => name is "nvarchar" or "varchar" or "nchar" or "char" or "varbinary" or "binary";

    /// <summary>Reads a declaration such as <c>nvarchar(200)</c>.</summary>
    public static SqlType Parse(string declaration)
    {
        var parts = declaration.TrimEnd(')').Split('(');
        return new(parts[0], !HasLength(parts[0]) ? null : parts is [_, "max"] ? Max : parts is [_, var length] ? int.Parse(length, CultureInfo.InvariantCulture) : 1);
    }

    public static SqlType Of(DataTypeReference reference)
    {
        var name = reference.Name.BaseIdentifier.Value.ToLowerInvariant();
        var length = (reference as ParameterizedDataTypeReference)?.Parameters.FirstOrDefault();
        return new(name, !HasLength(name) ? null : length is MaxLiteral ? Max : length is { } l ? int.Parse(l.Value, CultureInfo.InvariantCulture) : 1);
    }

    public override string ToString() => (Length, Literal) switch
    {
        (_, { } literal) => $"{Name} {literal}",
        (Max, _) => $"{Name}(max)",
        ({ } length, _) => $"{Name}({length})",
        _ => Name,
    };
}
