using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Audit;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Tests.Audit;

/// <summary>Proofs that hold without the platform, and a witness's signature under a head.</summary>
public sealed class HeadApiTests : IAsyncLifetime
{
    private const string Api = SignedNotes.Api;
    private SignedNotes _notes = null!;
    private HttpClient _auditor = null!;
    private HttpClient _witness = null!;

    public async ValueTask InitializeAsync()
    {
        _notes = await SignedNotes.StartAsync();
        (_auditor, _witness) = (_notes.Service.As(SignedNotes.Auditor), _notes.Service.As(SignedNotes.Witness));
        await _notes.WriteAsync(300);
        await _notes.SignAsync();
        await _notes.WriteAsync(7);
        await _notes.SignAsync(60);
    }

    public ValueTask DisposeAsync() => _notes.DisposeAsync();

    [Fact]
    public async Task Each_entry_is_proven_to_be_counted_by_a_head_and_the_proof_holds_elsewhere()
    {
        var keys = HeadKey.ReadAll((await _witness.ReadAsync($"{Api}/keys")).TextOf("publicKeys"));
        foreach (var (sequence, head) in (IEnumerable<(int, int?)>)[(0, null), (255, 300), (256, 307), (299, 300), (306, null)])
        {
            var answer = (await _auditor.ReadAsync($"{Api}/entries/{sequence}:prove{(head is null ? "" : $"?head={head}")}")).Is(HttpStatusCode.OK);
            var proof = EntryProof.Read(answer.Text)!;
            Assert.Null(proof.FaultOf(keys));
            Assert.Equal((sequence, head ?? 307), (proof.Sequence, proof.Head.Size));
            Assert.NotNull((proof with { Sequence = sequence + 1 }).FaultOf(keys));
            Assert.NotNull((proof with { Text = proof.Text.Replace("DONE", "REFUSED", StringComparison.Ordinal) }).FaultOf(keys));
            Assert.NotNull((proof with { Path = [.. proof.Path.Skip(1)] }).FaultOf(keys));
            Assert.NotNull((proof with { Path = ["xyz"] }).FaultOf(keys));
            Assert.NotNull((proof with { Head = proof.Head with { Root = new string('0', 64) } }).FaultOf(keys));
            Assert.NotNull(proof.FaultOf([_notes.WitnessKey]));
        }
    }

    [Fact, Rule("R138")]
    public async Task A_proof_shows_what_was_changed_and_so_is_a_look_that_is_entered()
    {
        var note = (await _notes.Service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "proven" })).Is(HttpStatusCode.Created).TextOf("name");
        await _notes.SignAsync(120);
        (await _auditor.ReadAsync($"{Api}/entries/307:prove")).Is(HttpStatusCode.OK);
        var look = await _auditor.ReadAsync($"{Api}/entries?changes=false&action=notes.audit.read");
        Assert.Equal((SignedNotes.Auditor.Subject, "audit/notes/entries/307", note), (look.TextOf("items.0.actor"), look.TextOf("items.0.resources.0"), look.TextOf("items.0.resources.1")));
    }

    [Fact]
    public async Task What_no_head_counts_yet_is_told_and_what_is_not_there_is_not_found()
    {
        await _notes.WriteAsync(1);
        (await _auditor.ReadAsync($"{Api}/entries/307:prove")).IsProblem(HttpStatusCode.Conflict, "AUDIT_HEAD_PENDING");
        (await _auditor.ReadAsync($"{Api}/entries/301:prove?head=300")).IsProblem(HttpStatusCode.Conflict, "AUDIT_HEAD_PENDING");
        (await _auditor.ReadAsync($"{Api}/entries/301:prove?head=302")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _auditor.ReadAsync($"{Api}/entries/999:prove")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _auditor.ReadAsync($"{Api}/heads/302")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _auditor.ReadAsync($"{Api}/heads/307:prove?first=308")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _auditor.ReadAsync($"{Api}/heads/307:prove?first=0")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _auditor.ReadAsync($"{Api}/heads/307:prove")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task A_head_is_proven_to_continue_every_smaller_one()
    {
        var small = SignedHead.Read((await _witness.ReadAsync($"{Api}/heads/300")).Text)!;
        var proof = System.Text.Json.JsonSerializer.Deserialize<HeadProof>((await _witness.ReadAsync($"{Api}/heads/307:prove?first=300")).Text, System.Text.Json.JsonSerializerOptions.Web)!;
        Assert.True(proof.Extends(small.Root));
        Assert.False(proof.Extends(proof.Head.Root));
        Assert.False((proof with { First = 299 }).Extends(small.Root));
    }

    [Fact]
    public async Task Heads_list_newest_first_in_pages()
    {
        var first = await _witness.ReadAsync($"{Api}/heads?pageSize=1");
        Assert.Equal("audit/notes/heads/307", first.TextOf("items.0.name"));
        var second = await _witness.ReadAsync($"{Api}/heads?pageSize=1&pageToken={first.TextOf("nextPageToken")}");
        Assert.Equal("audit/notes/heads/300", second.TextOf("items.0.name"));
        Assert.Null(second.Find("nextPageToken"));
    }

    [Fact]
    public async Task A_witness_signs_once_and_its_signature_stands_under_the_head()
    {
        var head = SignedHead.Read((await _witness.ReadAsync($"{Api}/heads/300")).Text)!;
        var signature = HeadKey.Sign(_notes.WitnessKey, head.Head.TextOf(SignedNotes.Witness.Subject));
        for (var i = 0; i < 2; i++)
        {
            var answer = (await _witness.PostAsync($"{Api}/heads/300:cosign", new { signature })).Is(HttpStatusCode.OK);
            Assert.Equal((SignedNotes.Witness.Subject, signature), (answer.TextOf("witnesses.0.witness"), answer.TextOf("witnesses.0.signature")));
        }

        await _notes.ChangeAsync(async db => Assert.Equal(1, await db.AuditCosignatures.CountAsync()));
    }

    [Fact]
    public async Task A_signature_that_is_not_this_witness_s_over_this_head_is_refused()
    {
        var head = SignedHead.Read((await _witness.ReadAsync($"{Api}/heads/300")).Text)!;
        var good = HeadKey.Sign(_notes.WitnessKey, head.Head.TextOf(SignedNotes.Witness.Subject));
        (await _witness.PostAsync($"{Api}/heads/307:cosign", new { signature = good })).IsProblem(HttpStatusCode.UnprocessableEntity, "AUDIT_SIGNATURE_INVALID");
        (await _witness.PostAsync($"{Api}/heads/300:cosign", new { signature = head.Signature })).IsProblem(HttpStatusCode.UnprocessableEntity, "AUDIT_SIGNATURE_INVALID");
        (await _witness.PostAsync($"{Api}/heads/300:cosign", new { signature = "?" })).IsProblem(HttpStatusCode.UnprocessableEntity, "AUDIT_SIGNATURE_INVALID");
        (await _witness.PostAsync($"{Api}/heads/300:cosign", new JsonObject())).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        foreach (var subject in (string[])["clients/unknown", "clients/../witnesses/second-party", "clients/"])
        {
            (await _notes.Service.As(SignedNotes.Witness with { Subject = subject }).PostAsync($"{Api}/heads/300:cosign", new { signature = good })).IsProblem(HttpStatusCode.Conflict, "AUDIT_WITNESS_UNKNOWN");
        }

        await _notes.ChangeAsync(async db => Assert.Equal(0, await db.AuditCosignatures.CountAsync()));
    }

    [Fact]
    public async Task A_witness_sees_no_entry_an_auditor_signs_nothing_and_others_see_neither()
    {
        (await _witness.ReadAsync($"{Api}/entries")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _witness.ReadAsync($"{Api}/entries/0:prove")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _auditor.PostAsync($"{Api}/heads/300:cosign", new { signature = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _auditor.ReadAsync($"{Api}/heads")).Is(HttpStatusCode.OK);
        foreach (var what in (string[])["/heads", "/heads/300", "/heads/307:prove?first=300", "/keys"])
        {
            (await _notes.Service.As(NotesModule.Writer).ReadAsync(Api + what)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await _notes.Service.As(null).ReadAsync(Api + what)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        }
    }
}
