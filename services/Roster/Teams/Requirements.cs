using Concord.Roster.Mediators;

namespace Concord.Roster.Teams;

/// <summary>Something that somebody in the team must bring, as bits: the first says that it is brought, each further one that it is brought a level deeper.</summary>
/// <param name="Part">The part of the wish.</param>
/// <param name="Least">Level asked for; 0 where there are no levels.</param>
/// <param name="FirstBit">Bit of the level asked for.</param>
/// <param name="Deeper">Levels above it.</param>
internal sealed record Requirement(WishPart Part, int Least, int FirstBit, int Deeper)
{
    public UInt128 Cover => UInt128.One << FirstBit;

    /// <summary>Bits of somebody at that level: nested, so that whoever is deeper has every bit of whoever is less deep.</summary>
    public UInt128 Bits(int level) => level < Least ? 0 : ((UInt128.One << (Math.Min(level - Least, Deeper) + 1)) - 1) << FirstBit;
}

/// <summary>
/// The parts of a wish that people cover. At most 8 functions, 18 areas of 3 levels, 10 languages of 4, 2 kinds of advice and 4 fields of gender: 108 bits of the 128.
/// </summary>
internal sealed class Requirements
{
    /// <summary>Advice on gender counts from here on (R10).</summary>
    private const ExpertiseLevel Advises = ExpertiseLevel.Practitioner;

    // Of the fields that gender must reach (R11), where the wish asks for that: the areas that count for it, as bits, and what it covers.
    private readonly List<(int Areas, UInt128 Cover)> _reach = [];
    private readonly List<Requirement> _all = [];
    private readonly UInt128[] _functions = new UInt128[(int)Enum.GetValues<TeamFunction>().Max() + 1];
    private readonly Requirement[][] _areas = Array.ConvertAll(new Requirement[(int)Enum.GetValues<ExpertiseArea>().Max() + 1][], _ => Array.Empty<Requirement>());
    private readonly Dictionary<string, Requirement> _languages;
    private int _bits;

    public Requirements(TeamWish wish)
    {
        foreach (var function in wish.Functions)
        {
            _functions[(int)function] = Add(new WishPart(WishKind.Function, Function: function), 0, 0).Cover;
        }

        foreach (var skill in wish.Expertise)
        {
            AddArea(skill.Area, new WishPart(WishKind.Expertise, Expertise: skill), (int)skill.Level, ExpertiseLevel.Expert - skill.Level);
        }

        _languages = wish.Languages.ToDictionary(l => l.Code, l => Add(new WishPart(WishKind.Language, Language: l), (int)l.Level, LanguageLevel.Native - l.Level), StringComparer.Ordinal);
        if (wish is { Senior: true, GenderAdviserLinked: false })
        {
            foreach (var area in (ExpertiseArea[])[ExpertiseArea.Gender, ExpertiseArea.ConflictRelatedSexualViolence])
            {
                AddArea(area, new WishPart(WishKind.GenderAdvice, Expertise: new ExpertiseSkill(area, Advises)), (int)Advises, 0);
            }
        }

        foreach (var (area, by) in GenderReach.Fields.Where(f => wish.GenderIn?.Contains(f.Area) == true))
        {
            var part = new WishPart(WishKind.GenderInSubstance, Expertise: new ExpertiseSkill(area, GenderReach.Counts));
            _reach.Add((by.Aggregate(0, (bits, a) => bits | Bit(a)), Add(part, 0, 0).Cover));
        }
    }

    public IReadOnlyList<Requirement> All => _all;

    /// <summary>The first bit of each requirement.</summary>
    public UInt128 Cover { get; private set; }

    /// <summary>The bits of the levels above what is asked.</summary>
    public UInt128 Depth { get; private set; }

    // Loops by number: a wish looks at everybody, and an enumerator for each list would be most of the time.
    public UInt128 BitsOf(Candidate person)
    {
        UInt128 bits = 0;
        var practised = 0;
        for (var i = 0; i < person.Functions.Count; i++)
        {
            bits |= _functions[(int)person.Functions[i]];
        }

        for (var i = 0; i < person.Expertise.Count; i++)
        {
            foreach (var requirement in _areas[(int)person.Expertise[i].Area])
            {
                bits |= requirement.Bits((int)person.Expertise[i].Level);
            }

            practised |= person.Expertise[i].Level >= GenderReach.Counts ? Bit(person.Expertise[i].Area) : 0;
        }

        for (var i = 0; (practised & Bit(ExpertiseArea.Gender)) != 0 && i < _reach.Count; i++)
        {
            bits |= (practised & _reach[i].Areas) != 0 ? _reach[i].Cover : 0;
        }

        for (var i = 0; i < person.Languages.Count; i++)
        {
            if (_languages.TryGetValue(person.Languages[i].Code, out var requirement))
            {
                bits |= requirement.Bits((int)person.Languages[i].Level);
            }
        }

        return bits;
    }

    private static int Bit(ExpertiseArea area) => 1 << (int)area;

    private void AddArea(ExpertiseArea area, WishPart part, int least, int deeper) => _areas[(int)area] = [.. _areas[(int)area], Add(part, least, deeper)];

    private Requirement Add(WishPart part, int least, int deeper)
    {
        var requirement = new Requirement(part, least, _bits, deeper);
        _bits += deeper + 1;
        _all.Add(requirement);
        Cover |= requirement.Cover;
        Depth |= ((UInt128.One << deeper) - 1) << (requirement.FirstBit + 1);
        return requirement;
    }
}
