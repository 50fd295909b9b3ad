using System.Net;
using System.Text;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Import;

public sealed class TablePreviewTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R20")]
    [InlineData("Reference,Full name,Sex,Level,Nationality,Languages,Consent date")]
    [InlineData("Matricule;Nom complet;Sexe;Niveau;Nationalité;Langues;Date du consentement")]
    [InlineData("Referencia;Nombre completo;Sexo;Nivel;Nacionalidad;Idiomas;Fecha de consentimiento")]
    [InlineData("المرجع;الاسم الكامل;الجنس;المستوى;الجنسية;اللغات;تاريخ الموافقة")]
    [InlineData("Номер;ФИО;Пол;Уровень;Гражданство;Языки;Дата согласия")]
    [InlineData("编号;姓名;性别;级别;国籍;语言;同意日期")]
    public async Task Columns_are_known_by_their_names_in_six_languages(string header)
    {
        var separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var preview = await ReadAsync($"{header}\n{string.Join(separator, "7", "Ama", "F", "Expert", "Kenya", "fr=FLUENT", "2024-03-05")}\n");
        Assert.Equal(
            ["externalReference NAME", "displayName NAME", "gender NAME", "seniorityLevel NAME", "nationalities NAME", "languages NAME", "consentGivenDay NAME"],
            preview["columns"].AsArray().Select(c => $"{c!["field"]} {c["evidence"]}"));
        Assert.Equal(["7", "Ama", "WOMAN", "EXPERT", "KEN", "fr=FLUENT", "2024-03-05"], preview["firstRows.0.cells"].AsArray().Select(c => (string?)c!["value"]));
        Assert.Empty(preview["missing"].AsArray());
    }

    [Fact, Rule("R20")]
    public async Task What_a_column_holds_shows_by_its_content_what_is_not_known_is_said_and_the_caller_corrects_it()
    {
        const string table = "Who,x,y,z\nAma,Femme,français (courant),44\nBen,homme,arabe: native,45\n";
        var guessed = await ReadAsync(table);
        Assert.Equal([" ", "gender CONTENT", "languages CONTENT", " "], guessed["columns"].AsArray().Select(c => $"{c!["field"]} {c["evidence"]}"));
        Assert.Equal(["externalReference", "displayName", "seniorityLevel"], guessed["missing"].AsArray().Select(m => (string?)m));
        Assert.Empty(guessed["firstRows"].AsArray());

        var said = await ReadAsync(table, "?columns=displayName,-,languages,externalReference");
        Assert.Equal(["displayName CALLER", " ", "languages CALLER", "externalReference CALLER"], said["columns"].AsArray().Select(c => $"{c!["field"]} {c["evidence"]}"));
        Assert.Equal(["44", "Ama", "fr=FLUENT"], said["firstRows.0.cells"].AsArray().Select(c => (string?)c!["value"]));
        (await SendAsync(table, "?columns=displayName,gender")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await SendAsync(table, "?columns=externalReference,shoeSize,-,-")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R20")]
    public async Task The_first_rows_show_what_would_be_refused()
    {
        var preview = await ReadAsync("id,name,consent date\n1,Ama,05/03/2024\n");
        Assert.Equal(("consentGivenDay", "05/03/2024"), (preview.TextOf("firstRows.0.problems.0.field"), preview.TextOf("firstRows.0.problems.0.value")));
        Assert.Equal("2024-03-05", (await ReadAsync("id,name,consent date\n1,Ama,05/03/2024\n", "?dateOrder=DMY")).TextOf("firstRows.0.cells.2.value"));
    }

    private async Task<ApiAnswer> ReadAsync(string table, string query = "") => (await SendAsync(table, query)).Is(HttpStatusCode.OK);

    private Task<ApiAnswer> SendAsync(string table, string query) => _service.SendTableAsync(Officer, $"/api/v1/profiles:readTable{query}", Encoding.UTF8.GetBytes(table), key: "");
}
