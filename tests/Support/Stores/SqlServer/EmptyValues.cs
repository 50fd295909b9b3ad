using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Concord.Support;

/// <summary>Rows of empty values, one for each result or as many as are read.</summary>
internal sealed class EmptyValues(bool endless) : DbDataReader
{
    private bool _read;

    public override int Depth => 0;

    public override int FieldCount => 2;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override object this[int ordinal] => 0;

    public override object this[string name] => 0;

    public override bool Read()
    {
        var more = endless || !_read;
        _read = true;
        return more;
    }

    public override bool NextResult()
    {
        _read = false;
        return true;
    }

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => false;

    public override byte GetByte(int ordinal) => 0;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override char GetChar(int ordinal) => ' ';

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override string GetDataTypeName(int ordinal) => "";

    public override DateTime GetDateTime(int ordinal) => DateTime.UnixEpoch;

    public override decimal GetDecimal(int ordinal) => 0;

    public override double GetDouble(int ordinal) => 0;

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => typeof(int);

    public override float GetFloat(int ordinal) => 0;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override short GetInt16(int ordinal) => 0;

    // A save reads how many rows it touched in the first column, and the position of a row in the last.
    public override int GetInt32(int ordinal) => ordinal == 0 ? 1 : 0;

    public override long GetInt64(int ordinal) => 0;

    public override string GetName(int ordinal) => "";

    public override int GetOrdinal(string name) => 0;

    public override string GetString(int ordinal) => "";

    public override object GetValue(int ordinal) => 0;

    public override int GetValues(object[] values) => 0;

    public override T GetFieldValue<T>(int ordinal) => typeof(T) == typeof(byte[]) ? (T)(object)Array.Empty<byte>() : typeof(T) == typeof(string) ? (T)(object)"" : default!;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
}
