using Concord.Portal.Roster;

namespace Concord.Portal.Assessments;

internal static class AssessmentPages
{
    /// <summary>An assessment is Confidential whatever the person's record is.</summary>
    public static string Level(Profile person) => person.Classification == "STRICTLY_CONFIDENTIAL" ? person.Classification : "CONFIDENTIAL";
}
