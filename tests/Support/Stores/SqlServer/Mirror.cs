using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Concord.Support;

/// <summary>The SQL Server context of the service that a SQLite context belongs to, on a connection that only listens.</summary>
internal sealed class Mirror
{
    private static readonly ConcurrentDictionary<Type, Mirror> All = new();
    private readonly Type _type;
    private readonly string _service;

    private Mirror(Type context)
    {
        var family = context.BaseType!;
        _type = family.Assembly.GetTypes().SingleOrDefault(t => t.BaseType == family && t.Name.StartsWith("SqlServer", StringComparison.Ordinal)) ?? context;
        _service = _type.Name.Replace("SqlServer", "", StringComparison.Ordinal).Replace("Db", "", StringComparison.Ordinal).ToLowerInvariant();
        using var mirror = Open([], endless: false);
        StatementLog.AddSchema(_service, mirror.Database.GenerateCreateScript());
    }

    public static Mirror Of(DbContext context) => All.GetOrAdd(context.GetType(), t => new Mirror(t));

    /// <param name="sites">Whose statements they are.</param>
    /// <param name="endless">Whether each result has as many rows as are read; one where false.</param>
    public DbContext Open(IReadOnlyList<CallSite> sites, bool endless)
    {
        var connection = new RecordingConnection(endless, (text, parameters) => Record(text, sites, parameters));
        var options = new DbContextOptionsBuilder()
            .UseSqlServer(connection, contextOwnsConnection: true)
            .ReplaceService<IModelCustomizer, OneWayModel>()
            .Options;
        return (DbContext)Activator.CreateInstance(_type, options)!;
    }

    public void Record(string text, IReadOnlyList<CallSite> sites, params IReadOnlyList<RecordedParameter> parameters) =>
        StatementLog.Add(new RecordedStatement(_service, text, parameters, [.. sites.Select(s => s.Line)]));
}
