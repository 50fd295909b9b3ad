namespace Concord.Roster.Teams;

/// <summary>
/// What one team that fulfils the wish has over another: four facts about the team as a whole, each decisive before the next. They are shown side by side; no total is made of
/// them and none of them says anything about a person (R157).
/// </summary>
/// <param name="BalanceShort">People missing to the balance of R8: women and men in the team, women among those who decide. Less is preferred before anything else, for it is a rule and no convenience.</param>
/// <param name="DoublyCovered">Requirements that at least two members cover. More is preferred: the team still does what it was made for when one member falls ill or is called away.</param>
/// <param name="Depth">Levels above those asked for, of the best member for each requirement. More is preferred: experts and native speakers where there is a choice.</param>
/// <param name="Size">Members. Fewer are preferred: nobody travels who adds nothing.</param>
internal readonly record struct TeamQuality(int BalanceShort, int DoublyCovered, int Depth, int Size);
