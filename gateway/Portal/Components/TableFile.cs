namespace Concord.Portal.Components;

/// <summary>How much a table that is sent with a form may hold.</summary>
internal static class TableFile
{
    /// <summary>What still fits into the next form, written as that carries it.</summary>
    public const int MostBytes = 700_000;
    public const int MostRows = 5000;

    /// <summary>As it is told to people.</summary>
    public const string Size = "700 KB";

    /// <summary>Why a larger one is refused.</summary>
    public const string TooLarge = $"At most {Size}.";
}
