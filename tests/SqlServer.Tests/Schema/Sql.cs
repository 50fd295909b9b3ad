using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Schema;

/// <summary>Text to syntax tree and back, by Microsoft's own parser.</summary>
internal static class Sql
{
    public static IReadOnlyList<TSqlStatement> Parse(string batch)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(batch), out var errors);
        return errors.Count == 0
            ? [.. ((TSqlScript)tree).Batches.SelectMany(b => b.Statements)]
            : throw new CompileException($"line {errors[0].Line}: {errors[0].Message}");
    }

    public static string Text(TSqlFragment fragment)
    {
        new Sql160ScriptGenerator(new SqlScriptGeneratorOptions { SqlVersion = SqlVersion.Sql160 }).GenerateScript(fragment, out var text);
        return text.Trim();
    }

    public static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;
}

/// <summary>What SQL Server would refuse, or do in another way than was meant.</summary>
public sealed class CompileException(string message) : Exception(message);
