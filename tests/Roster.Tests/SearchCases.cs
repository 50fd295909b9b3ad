namespace Concord.Roster.Tests;

/// <summary>How many questions the index is compared with a look at everybody: few in every run, as many as <c>CONCORD_SEARCH_CASES</c> says where it is set.</summary>
internal static class SearchCases
{
    private static readonly int? s_all = Environment.GetEnvironmentVariable("CONCORD_SEARCH_CASES") is { } many ? int.Parse(many) : null;

    public static int Of(int few, int seeds) => s_all / seeds ?? few;
}
