using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Leads;
using Concord.Portal.Talks;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Contacts;

/// <summary>Who met whom, as rows of a form; one that is left empty is left out of what is sent.</summary>
/// <param name="form">What was typed; null before.</param>
/// <param name="was">What is recorded; null for a new record.</param>
public sealed class MetRows(IFormCollection? form, Contact? was)
{
    private const string Parties = "parties";
    private const string ThirdParties = "thirdParties";
    private const int NewRows = 2;
    private const int MostRows = 100;

    /// <summary>Rows of parties: as many as were sent; before that, what is recorded and one more.</summary>
    public int PartyRows => Count(Parties, "label", was?.Parties.Count);

    public int ThirdPartyRows => Count(ThirdParties, "organization", was?.ThirdParties.Count);

    public MetParty? PartyAt(int row) => was?.Parties.ElementAtOrDefault(row);

    public MetBy? ThirdPartyAt(int row) => was?.ThirdParties.ElementAtOrDefault(row);

    // How it went is always said of a row: that it is not known makes none, a judgement does.
    private IReadOnlyList<int> PartiesSent => Sent(Parties, PartyRows, PartyRow.Fields);

    private IReadOnlyList<int> ThirdPartiesSent => Sent(ThirdParties, ThirdPartyRows, ThirdPartyRow.Fields);

    public string? Value(string field, string? recorded) => form is null ? recorded : form.Typed(field);

    public void AddTo(Dictionary<string, object?> request) => (request["parties"], request["thirdParties"]) = (PartiesSent.Select(Party), ThirdPartiesSent.Select(Third));

    public void AddTo(Dictionary<string, string> labels, Speech say)
    {
        for (var row = 0; row < PartyRows; row++)
        {
            foreach (var field in PartyRow.Fields)
            {
                labels[Rows.Field(Parties, row, field)] = $"{say.With("contactLog.partyRow", ("number", row + 1))}{say["list.separator"]}{say[field == "label" ? "contactLog.party" : $"contactLog.{field}"]}";
            }
        }

        for (var row = 0; row < ThirdPartyRows; row++)
        {
            labels[Rows.Field(ThirdParties, row, "organization")] = labels[Rows.Field(ThirdParties, row, "label")] = say.With("contactLog.thirdPartyRow", ("number", row + 1));
        }
    }

    /// <summary>The refusal at the fields that it is about.</summary>
    public Problem Told(Problem problem)
    {
        var told = problem.AtRowsOf(Parties, PartiesSent).AtRowsOf(ThirdParties, ThirdPartiesSent);
        return told with { Errors = told.Errors?.GroupBy(e => FieldOf(e.Key)).ToDictionary(g => g.Key, g => g.SelectMany(e => e.Value).Distinct().ToArray()) };
    }

    private static string FieldOf(string path) => path switch
    {
        Parties => Rows.Field(Parties, 0, "label"),
        ThirdParties => Rows.Field(ThirdParties, 0, "organization"),
        _ when path.StartsWith(Parties, StringComparison.Ordinal) || path.StartsWith(ThirdParties, StringComparison.Ordinal) => path,
        _ => ContactForm.FieldOf(path),
    };

    private int Count(string list, string of, int? recorded) => form is not null ? form.Rows(list, of, MostRows).Count() : recorded + 1 ?? NewRows;

    private List<int> Sent(string list, int rows, IEnumerable<string> fields) => [.. Enumerable.Range(0, rows).Where(i => fields.Any(f => form.Typed(Rows.Field(list, i, f)) is { } said && (f, said) != ("outcome", PartyRow.Outcomes[0])))];

    // Which registered party it is stays as recorded while it is called the same; another name is looked up anew.
    private object Party(int row)
    {
        var label = form.Typed(Rows.Field(Parties, row, "label"));
        var same = PartyAt(row) is { } there && there.Label == label ? there : was?.Parties.FirstOrDefault(p => p.Label == label);
        return new { party = same?.Party, label, outcome = form.Typed(Rows.Field(Parties, row, "outcome")), fears = form.Typed(Rows.Field(Parties, row, "fears")), reply = form.Typed(Rows.Field(Parties, row, "reply")) };
    }

    private object Third(int row) => new { organization = form.Typed(Rows.Field(ThirdParties, row, "organization")), label = form.Typed(Rows.Field(ThirdParties, row, "label")) };
}
