namespace Concord.Platform.Tables;

/// <summary>In which order a file writes a date of three numbers.</summary>
public enum DateOrder
{
    /// <summary>Day, month, year.</summary>
    Dmy = 1,

    /// <summary>Month, day, year.</summary>
    Mdy,
}
