namespace Concord.Roster.Teams;

/// <summary>One part of a wish to give up.</summary>
/// <param name="Part">The part. GENDER_ADVICE means to link an adviser outside the team (R10).</param>
/// <param name="Steps">By how many people: fewer women, insiders or members, more members; 1 for a part that is given up as a whole.</param>
/// <param name="Able">How many of those who can be considered fulfil the part by themselves: 0 says that there is nobody.</param>
/// <param name="Why">Of a pinned person who cannot be considered.</param>
internal sealed record Change(WishPart Part, int Steps, int Able, Ineligibility? Why = null);

/// <summary>
/// The smallest changes that make an impossible wish possible: as few parts as can be, and of those sets the one with the fewest steps, and of those the one that gives up what is least in the
/// asker's way: the size before requirements, requirements before insiders and women, people who were named last of all. A woman in the team (R8), conflicts of interest (R16), other work (R15) and
/// days are never given up.
/// </summary>
/// <param name="Changes">All of them together.</param>
/// <param name="Proven">No smaller set is enough; false where the time was over before that was sure.</param>
internal sealed record WayOut(IReadOnlyList<Change> Changes, bool Proven);
