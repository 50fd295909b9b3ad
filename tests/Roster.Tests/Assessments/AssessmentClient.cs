using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Assessments;

/// <summary>What these tests do with assessments again and again.</summary>
internal static class AssessmentClient
{
    public const string Own = "/api/v1/me/profile/assessments";

    public static object Finding(string finding = "Let each side finish.", string basedOn = "The second round.", object[]? flags = null, string criterion = "LISTENING", string on = "2026-02-14") =>
        new { criterion, finding, on, basedOn, flags };

    /// <summary>Records one; answers its path.</summary>
    public static async Task<string> AssessAsync(this TestService service, TestCaller assessor, string profile, object? finding = null) =>
        (await service.As(assessor).PostAsync($"{profile}/assessments", finding ?? Finding())).Is(HttpStatusCode.Created).Location!.ToString();

    /// <summary>From now on the profile is this person's.</summary>
    public static async Task LinkAsync(this TestService service, string profile, TestCaller person) =>
        (await service.As(Cleared).PatchAsync(profile, new { person = person.Subject }, "*")).Is(HttpStatusCode.OK);

    /// <summary>The same, as the person's own way names it.</summary>
    public static string AsOwn(string assessment) => $"{Own}/{assessment.Split('/')[^1]}";
}
