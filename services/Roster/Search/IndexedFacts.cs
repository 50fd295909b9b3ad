using System.Linq.Expressions;
using Concord.Contracts.Access;
using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>All that the index takes of a profile itself, and so all that is read of everybody at a start: most of a record is of no use to a search. The windows stand beside it.</summary>
internal sealed record IndexedFacts(
    ProfileId Id, long Version, string DisplayName, bool Synthetic, ProfileState State, DateOnly? SearchUntil, Gender Gender, SeniorityLevel SeniorityLevel, Classification Classification, string Owner,
    DateOnly? SharingUntil, ProfileId? MergedInto, IReadOnlyList<string> Nationalities, IReadOnlyList<LanguageSkill> Languages, IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions,
    IReadOnlyList<string> Countries, IReadOnlyList<TeamFunction> Functions, IReadOnlyList<Training> Trainings, int? NoticeDays, IReadOnlyList<DeclaredInterest> Interests, IReadOnlyList<Duty> Duties)
{
    /// <summary>For a query; what is taken of a profile at hand is the same.</summary>
    public static Expression<Func<Profile, IndexedFacts>> Taken { get; } = p => new IndexedFacts(
        p.Id, p.Version, p.DisplayName, p.Synthetic, p.State, p.SearchUntil, p.Gender, p.SeniorityLevel, p.Classification, p.Owner, p.SharingUntil, p.MergedInto, p.Nationalities, p.Languages, p.Expertise,
        p.Regions, p.Countries, p.Functions, p.Trainings, p.NoticeDays, p.Interests, p.Duties);

    private static readonly Func<Profile, IndexedFacts> s_taken = Taken.Compile();

    public static IndexedFacts Of(Profile profile) => s_taken(profile);
}
