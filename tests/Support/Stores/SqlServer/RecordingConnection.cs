using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Concord.Support;

/// <summary>A connection to nothing: tells what is sent, and answers plausibly enough that the sender goes on.</summary>
/// <param name="endless">Whether each result has as many rows as are read; one where false.</param>
/// <param name="tell">Called with each statement and the declarations of its parameters.</param>
public sealed class RecordingConnection(bool endless, Action<string, IReadOnlyList<RecordedParameter>> tell) : DbConnection
{
    private ConnectionState _state;

    // With several results at once EF reads each as it comes; else it buffers the results of a split query, and needs to know each column.
    [AllowNull]
    public override string ConnectionString { get; set; } = endless ? "Server=recorded" : "Server=recorded;MultipleActiveResultSets=true";

    public override string Database => "recorded";

    public override string DataSource => "recorded";

    public override string ServerVersion => "16.0.0";

    public override ConnectionState State => _state;

    public override void Open() => _state = ConnectionState.Open;

    public override void Close() => _state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName)
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new Command { Connection = this };

    private sealed class Transaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        public override bool SupportsSavepoints => true;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Command : DbCommand
    {
        private readonly SqlCommand _parts = new(); // makes and keeps the driver's own parameters

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => _parts.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        private RecordingConnection To => (RecordingConnection)DbConnection!;

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            Tell();
            return 1;
        }

        public override object? ExecuteScalar()
        {
            Tell();
            return 0;
        }

        protected override DbParameter CreateDbParameter() => _parts.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            Tell();
            return new EmptyValues(To._endless);
        }

        protected override void Dispose(bool disposing)
        {
            _parts.Dispose();
            base.Dispose(disposing);
        }

        private void Tell() => To._tell(CommandText, [.. _parts.Parameters.Cast<SqlParameter>().Select(RecordedParameter.Of)]);
    }

    private readonly bool _endless = endless;
    private readonly Action<string, IReadOnlyList<RecordedParameter>> _tell = tell;
}
