namespace Concord.Contracts.Access;

/// <summary>Sensitivity of a record, after ST/SGB/2007/6. Ordered: a clearance covers its own level and those below.</summary>
public enum Classification
{
    Unclassified = 0,
    Confidential = 1,
    StrictlyConfidential = 2,
}
