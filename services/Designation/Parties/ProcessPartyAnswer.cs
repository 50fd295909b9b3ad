using Concord.Designation.Processes;
using Concord.Platform.Http;

namespace Concord.Designation.Parties;

/// <summary>A party to the conflict, or another actor that matters to the talks.</summary>
/// <param name="Aliases">Other names, each with its language.</param>
/// <param name="State">ISO 3166-1 alpha-3, where it is a State or its Government.</param>
/// <param name="Standing">Absent where it is not known whether it is at the table.</param>
/// <param name="DistinctBecause">Why it is another one than its namesake; absent where it has none, and for whoever does not see what is known of parties.</param>
/// <param name="Reason">Of the last change, which may tell its source; absent for the same.</param>
/// <param name="By">Who entered it as it is now.</param>
/// <param name="MergedInto">The party it turned out to be; absent where it stands for itself.</param>
internal sealed record ProcessPartyAnswer(
    string Name, ProcessPartyKind Kind, string DisplayName, string Language, IReadOnlyList<PartyAlias> Aliases, string? State, TableStanding? Standing, string? DistinctBecause, string? Reason,
    Signature By, string? MergedInto, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static ProcessPartyAnswer Of(Party p, bool withReasons) => new(
        p.Name, p.Fields.Kind!.Value, p.Fields.DisplayName!, p.Fields.Language!, p.Fields.Aliases!, p.Fields.State, p.Fields.Standing, withReasons ? p.Fields.DistinctBecause : null, withReasons ? p.Fields.Reason : null,
        p.By, p.MergedInto is { } into ? Party.NameOf(p.Process, into) : null, p.CreateTime, p.UpdateTime, ETag.Of(p));
}

/// <summary>A party as somebody entered or changed it.</summary>
/// <param name="Party">As it was from then on.</param>
/// <param name="MergedInto">Where that change merged it; absent otherwise.</param>
internal sealed record PartyVersionAnswer(string Name, PartyFields Party, string? MergedInto, Signature By, DateTime Time)
{
    public static PartyVersionAnswer Of(PartyVersion v) => new(
        $"{Parties.Party.NameOf(v.Process, v.Party)}/{v.Id}", v.Fields, v.MergedInto is { } into ? Parties.Party.NameOf(v.Process, into) : null, v.By, v.CreateTime);
}
