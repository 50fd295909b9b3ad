using System.Text.RegularExpressions;
using Concord.SqlServer.Tests.Typing;
using Microsoft.SqlServer.Dac.Model;

namespace Concord.SqlServer.Tests.Schema;

/// <summary>A schema in Microsoft's compiler, the model that a database project is built with.</summary>
internal sealed partial class CompiledSchema : IDisposable
{
    private readonly string[] _script;
    private readonly TSqlModel _model;

    /// <exception cref="CompileException">The schema itself does not compile.</exception>
    public CompiledSchema(IEnumerable<string> script)
    {
        _script = [.. script];
        _model = Load();
        if (_model.Validate() is [var first, ..])
        {
            throw new CompileException(first.Message);
        }

        Tables = [.. _model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Select(TableShape.Of)];
    }

    public IReadOnlyList<TableShape> Tables { get; }

    /// <summary>Compiles each statement as the body of a procedure with its parameters, by the compiler and by our own check of types and functions.</summary>
    /// <returns>What is wrong with each; nothing where a statement is fine.</returns>
    public IReadOnlyList<IReadOnlyList<string>> Check(IReadOnlyList<Statement> statements)
    {
        var compiled = Compile(statements);
        return [.. statements.Select((s, i) => (IReadOnlyList<string>)[.. StatementTypes.Check(s, Tables), .. compiled[i]])];
    }

    /// <summary>What Microsoft's compiler alone says of each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Compile(IReadOnlyList<Statement> statements)
    {
        var faults = statements.Select(_ => new List<string>()).ToList();
        // What is refused outright would spoil the model for those behind it: each is tried alone in turn, then all that were taken are judged at once.
        var taken = new List<(int Number, string Procedure)>();
        var model = Load();
        for (var i = 0; i < statements.Count; i++)
        {
            var procedure = Procedure(statements[i], i);
            try
            {
                model.AddOrUpdateObjects(procedure, $"{i}.sql", new TSqlObjectOptions());
                taken.Add((i, procedure));
            }
            catch (DacModelException e)
            {
                faults[i].Add(string.Join(" ", e.Messages.Select(m => m.Message)));
                model.Dispose();
                model = Load();
                taken.ForEach(t => model.AddOrUpdateObjects(t.Procedure, $"{t.Number}.sql", new TSqlObjectOptions()));
            }
        }

        foreach (var message in model.Validate())
        {
            if (ProcedureName().Match(message.Message) is not { Success: true } match)
            {
                throw new CompileException(message.Message);
            }

            faults[int.Parse(match.Groups[1].Value)].Add(message.Message);
        }

        model.Dispose();
        return faults;
    }

    public void Dispose() => _model.Dispose();

    private static string Procedure(Statement statement, int number) =>
        $"CREATE PROCEDURE [statement_{number}] {string.Join(", ", statement.Parameters.Select(p => $"{p.Name} {p.Type}"))} AS BEGIN\n{statement.Text}\nEND";

    private TSqlModel Load()
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        for (var i = 0; i < _script.Length; i++)
        {
            model.AddOrUpdateObjects(_script[i], $"schema_{i}.sql", new TSqlObjectOptions());
        }

        return model;
    }

    [GeneratedRegex(@"\[statement_(\d+)\]")]
    private static partial Regex ProcedureName();
}

/// <summary>A batch with the declarations of its parameters.</summary>
internal sealed record Statement(string Text, IReadOnlyList<Concord.Support.RecordedParameter> Parameters);
