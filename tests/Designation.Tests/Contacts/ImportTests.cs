using System.Text;
using Concord.Designation.Contacts;
using Concord.Designation.Contacts.Import;
using Concord.Platform.Errors;
using Concord.Platform.Tables;
using Concord.Support;

namespace Concord.Designation.Tests.Contacts;

public sealed class ImportTests
{
    [Theory, Rule("R144")]
    [InlineData("party,kind\na,b\n")]
    [InlineData("\ufeffparty;kind\r\na;b")]
    [InlineData("party\tkind\ra\tb\r")]
    [InlineData("party,kind\n\n \"\" ,\na,\"b\"\n\n")]
    public void A_table_is_read_as_spreadsheets_write_it(string text)
    {
        var rows = CsvTable.Read(Encoding.UTF8.GetBytes(text), 10).Where(r => r.Cells.All(c => c.Trim() != "\"\"")).ToList();
        Assert.Equal(["party", "kind"], rows[0].Cells);
        Assert.Equal(["a", "b"], rows[1].Cells);
    }

    [Fact, Rule("R144")]
    public void A_quoted_cell_holds_separators_quotes_and_lines_and_the_next_row_has_its_own_line()
    {
        var rows = CsvTable.Read("party,fears\nfront,\"of \"\"them\"\", and\r\nof us\"\narmy,\n"u8, 10);
        Assert.Equal("of \"them\", and\r\nof us", rows[1].Cells[1]);
        Assert.Equal([1, 2, 4], rows.Select(r => r.Line));
    }

    [Theory, Rule("R144")]
    [InlineData("a,b\nc,\"d", "line 2")]
    [InlineData("a,b\n\"c\"d,e", "line 2")]
    [InlineData("a\n1\n2\n3\n4\n", "body")]
    public void What_is_no_table_is_refused_by_its_line(string text, string field) =>
        Assert.Equal(field, Assert.Throws<DomainException>(() => CsvTable.Read(Encoding.UTF8.GetBytes(text), 3)).Errors[0].Field);

    [Fact, Rule("R144")]
    public void Another_encoding_is_refused_and_not_guessed() => Assert.Contains("UTF-8", Assert.Throws<DomainException>(() => CsvTable.Read([0x61, 0x2C, 0xE9, 0x0A], 3)).Message, StringComparison.Ordinal);

    [Theory, Rule("R144"), Rule("R141")]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData("5 March 2024", "2024-03-05")]
    [InlineData("05 Mar  2024", "2024-03-05")]
    [InlineData("March 5, 2024", "2024-03-05")]
    [InlineData("March 2024", "2024-03")]
    [InlineData("2024-03", "2024-03")]
    [InlineData("2024", "2024")]
    [InlineData("05/03/2024", "2024-03-05")]
    [InlineData("5.3.2024", "2024-03-05")]
    [InlineData("2024-03-05T10:00:00Z", "2024-03-05T10:00:00Z")]
    [InlineData("03/25/2024", null)] // not in the stated order
    [InlineData("31 February 2024", null)]
    [InlineData("early March 2024", null)]
    [InlineData("05/03/24", null)]
    public void Dates_are_read_as_people_write_them(string text, string? expected) => Assert.Equal(expected, DateText.Read(text, DateOrder.Dmy).Date);

    [Fact, Rule("R144")]
    public void A_date_of_three_numbers_is_refused_where_the_order_is_not_stated()
    {
        Assert.Contains("dateOrder", DateText.Read("05/03/2024", null).Problem, StringComparison.Ordinal);
        Assert.Equal("2024-05-03", DateText.Read("05/03/2024", DateOrder.Mdy).Date);
    }

    [Fact, Rule("R144")]
    public void Columns_are_known_by_their_names_in_any_order_and_what_is_wrong_with_them_is_said_at_once()
    {
        var columns = ContactColumns.Of(new TableRow(1, ["Kind", "Third Party", "PARTY", "date"]));
        Assert.Equal("front", columns.Text(new TableRow(2, ["x", "y", " front ", ""]), ContactColumns.Party));
        Assert.Equal(4, Assert.Throws<DomainException>(() => ContactColumns.Of(new TableRow(1, ["kind", "kind", "", "colour", "party"]))).Errors.Count);
    }

    [Fact, Rule("R144")]
    public void A_row_becomes_a_contact_with_what_it_says_of_each_party()
    {
        var terms = Read(out _, ("party", "Front | Army"), ("outcome", "favourable|UNFAVOURABLE"), ("third party", "Union | A State"), ("kind", "Direct mediation"), ("from", "March 2024"), ("until", "5 April 2024"),
            ("place", "Virtual"), ("level", "leaders"), ("topics", "Ceasefire|Amnesty"), ("coordinated_with_lead", "yes"), ("exposure", "nobody"), ("made_by", "Resident coordinator"))!;
        Assert.Equal([("Front", ContactOutcome.Favourable), ("Army", ContactOutcome.Unfavourable)], terms.Parties!.Select(p => (p.Label!, p.Outcome!.Value)));
        Assert.Equal([new ThirdParty("organizations/1", "Union"), new ThirdParty(null, "A State")], terms.ThirdParties!);
        Assert.Equal((new ContactTime("2024-03", "2024-04-05"), VenueKind.Virtual, ContactLevel.Leaders, ContactMaker.ResidentCoordinator, true), (terms.When, terms.Where!.Kind, terms.Level, terms.MadeBy!.Kind, terms.CoordinatedWithLead));
        Assert.Equal(
            new MadeBy(ContactMaker.TeamMember, null, null, new TalkRequest("The envoy", new DateOnly(2024, 3, 5), "The lake")),
            Read(out _, ("party", "Front"), ("third_party", "x"), ("kind", "informal"), ("made_by", "team member"), ("requested_by", "The envoy"), ("requested_on", "5 March 2024"), ("requested_for", "The lake"))!.MadeBy);
        Assert.Equal(VenueKind.Unknown, Read(out _, ("party", "Front"), ("third_party", "x"), ("kind", "informal"), ("place", "?"))!.Where!.Kind);
        Assert.Equal(new Venue(VenueKind.Place, "Pagak", "SSD"), Read(out _, ("party", "Front"), ("third_party", "x"), ("kind", "informal"), ("place", "Pagak"), ("country", "SSD"))!.Where);
    }

    [Fact, Rule("R144")]
    public void What_is_wrong_with_a_row_is_said_by_line_column_and_reason_all_at_once()
    {
        Assert.Null(Read(out var problems, ("party", "a|b"), ("outcome", "none|none|none"), ("third_party", "x"), ("kind", "chat"), ("from", "early March 2024"), ("fears", "of both"), ("coordinated_with_lead", "perhaps"), ("requested_on", "March 2024")));
        Assert.Equal(["coordinated_with_lead", "fears", "from", "kind", "outcome", "requested_on"], problems.Select(p => p.Column).Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.Equal(2, p.Line));
        Assert.Contains("early March 2024", problems.Single(p => p.Column == "from").Reason, StringComparison.Ordinal);

        var columns = ContactColumns.Of(new TableRow(1, ["party", "third_party", "kind"]));
        var shifted = new ContactRow(columns, new TableRow(7, ["a", "b"]), null, new Dictionary<string, string>());
        Assert.Null(shifted.Read());
        Assert.Equal((7, null), (Assert.Single(shifted.Problems).Line, shifted.Problems[0].Column));
    }

    [Fact, Rule("R144")]
    public void A_row_is_known_again_by_its_number_or_else_by_what_it_says_wherever_its_columns_stand()
    {
        static ImportMark Mark(params string[][] cells) => new ContactRow(ContactColumns.Of(new TableRow(1, cells[0])), new TableRow(2, cells[1]), null, new Dictionary<string, string>()).Mark();
        Assert.Equal(Mark(["party", "third_party", "kind"], ["a", "b", "c"]), Mark(["kind", "third party", "party"], ["c ", "b", "a"]));
        Assert.NotEqual(Mark(["party", "third_party", "kind"], ["a", "b", "c"]), Mark(["party", "third_party", "kind"], ["a", "b", "d"]));
        var (one, other) = (Mark(["external_id", "party", "third_party", "kind"], ["7", "a", "b", "c"]), Mark(["external_id", "party", "third_party", "kind"], ["7", "a", "b", "d"]));
        Assert.Equal(one.Key, other.Key);
        Assert.NotEqual(one.Digest, other.Digest);
    }

    private static ContactTerms? Read(out IReadOnlyList<RowProblem> problems, params (string Column, string Cell)[] cells)
    {
        var row = new ContactRow(
            ContactColumns.Of(new TableRow(1, [.. cells.Select(c => c.Column)])), new TableRow(2, [.. cells.Select(c => c.Cell)]), null, new Dictionary<string, string> { ["union"] = "organizations/1" });
        var terms = row.Read();
        problems = row.Problems;
        return terms;
    }
}
