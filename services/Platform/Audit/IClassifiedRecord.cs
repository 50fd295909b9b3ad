using Concord.Contracts.Access;

namespace Concord.Platform.Audit;

/// <summary>A record with a classification of its own (ST/SGB/2007/6). Whoever is shown one that is Confidential or stricter is entered into the audit chain.</summary>
public interface IClassifiedRecord
{
    Classification Classification { get; }

    /// <summary>Resource name.</summary>
    string RecordName { get; }
}
