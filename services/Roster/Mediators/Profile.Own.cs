using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

/// <summary>What is the person's to say.</summary>
/// <param name="DisplayName">As the person is addressed; 1 to 200 characters.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="Languages">ISO 639 codes with levels.</param>
/// <param name="Interests">Stakes in countries and parties (R16); at most 50.</param>
internal sealed record OwnEdit(string? DisplayName, Gender? Gender, IReadOnlyList<LanguageSkill>? Languages, IReadOnlyList<DeclareInterest>? Interests);

/// <summary>What the person corrects and declares.</summary>
internal sealed partial class Profile
{
    [Personal]
    public IReadOnlyList<DeclaredInterest> Interests { get; private set; } = [];

    public OwnEdit OwnEditable => new(DisplayName, Gender, Languages, [.. Interests.Select(DeclareInterest.Of)]);

    public void Correct(OwnEdit fields, Atlas atlas, DateTime now)
    {
        var check = new Violations();
        var declared = check.Items(fields.Interests, "interests", DeclareInterest.Most, (i, field) => i.Checked(field, atlas, check));
        check.Check(declared.Distinct().Count() == declared.Count, "interests", "Each at most once.");
        check.ThrowIfAny();
        var today = DateOnly.FromDateTime(now);
        Edit(Editable with { DisplayName = fields.DisplayName, Gender = fields.Gender, Languages = fields.Languages }, atlas, now);
        Interests = [.. declared.Select(d => Interests.FirstOrDefault(held => DeclareInterest.Of(held) == d) ?? new DeclaredInterest(d.Kind!.Value, d.Country, d.Party, d.Note, today))];
    }
}
