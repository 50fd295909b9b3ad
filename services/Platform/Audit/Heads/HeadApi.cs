using System.ComponentModel;
using System.Globalization;
using Concord.Contracts.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Audit.Heads;

/// <summary>A signed head of the audit chain of a service.</summary>
/// <param name="Name">Resource name, <c>audit/{service}/heads/{size}</c>.</param>
/// <param name="Service">Whose chain.</param>
/// <param name="Size">Number of entries that it counts.</param>
/// <param name="Root">Root of the Merkle tree over them (RFC 9162), in hexadecimal digits.</param>
/// <param name="Time">When it was signed, UTC.</param>
/// <param name="Key">Which key signed.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256, 64 bytes as base64.</param>
/// <param name="Witnesses">Who else has signed.</param>
internal sealed record AuditHeadAnswer(string Name, string Service, long Size, string Root, DateTime Time, string Key, string Signature, IReadOnlyList<Cosignature> Witnesses);

/// <summary>The keys whose signatures under the heads of a service are good.</summary>
/// <param name="PublicKeys">PEM of the public keys, the current one first.</param>
internal sealed record AuditKeysAnswer(string PublicKeys);

/// <summary>That a head continues a smaller one: nothing that the smaller one counts was changed, left out or moved.</summary>
/// <param name="First">Number of entries that the smaller one counts.</param>
/// <param name="Head">The larger one.</param>
/// <param name="Path">Hashes of RFC 9162, 2.1.4, in hexadecimal digits.</param>
internal sealed record HeadProofAnswer(long First, AuditHeadAnswer Head, IReadOnlyList<string> Path);

/// <summary>An entry and the proof that a signed head counts it.</summary>
/// <param name="Sequence">Its place in the chain, from 0.</param>
/// <param name="Text">The entry, as it was hashed.</param>
/// <param name="Path">Hashes of RFC 9162, 2.1.3, in hexadecimal digits.</param>
/// <param name="Head">The head that counts it.</param>
internal sealed record EntryProofAnswer(long Sequence, string Text, IReadOnlyList<string> Path, AuditHeadAnswer Head);

/// <summary>A witness's word for a head.</summary>
/// <param name="Signature">ECDSA over P-256 with SHA-256 over the text of the head as this witness signs it, 64 bytes as base64.</param>
internal sealed record CosignHead(string? Signature);

/// <summary>The signed heads of a service's audit chain, and proofs against them.</summary>
internal static class HeadApi
{
    public static void MapAuditHeads(this RouteGroupBuilder api, string service)
    {
        var needs = AuditPermissions.Of(service);
        var suffix = AuditApi.NameIn(service);
        var audit = api.MapGroup($"/audit/{service}").WithTags("Audit");
        audit.MapGet("/heads", (ServiceDbContext db, [AsParameters] PageRequest page, CancellationToken token) => ListAsync(service, db, page, token))
            .Needs(needs.ReadHeads).WithName($"List{suffix}Heads").WithSummary($"List the signed heads of the audit chain of the {service} service, newest first");
        audit.MapGet("/heads/{size:long}", async (long size, ServiceDbContext db, CancellationToken token) => TypedResults.Ok(ToAnswer(service, await FindAsync(service, db, size, token))))
            .Needs(needs.ReadHeads).WithName($"Get{suffix}Head").WithSummary($"Get a signed head of the audit chain of the {service} service");
        audit.MapGet("/heads/{size:long}:prove", (long size, [FromQuery, Description("Number of entries that the smaller head counts.")] long first, ServiceDbContext db, CancellationToken token) => ProveHeadAsync(service, size, first, db, token))
            .Needs(needs.ReadHeads).WithName($"Prove{suffix}Head").WithSummary($"Prove that a head of the audit chain of the {service} service continues a smaller one");
        audit.MapPost("/heads/{size:long}:cosign", (long size, CosignHead request, ServiceDbContext db, Caller caller, WitnessKeys keys, TimeProvider time, CancellationToken token) =>
                CosignAsync(service, size, request, db, caller, keys, time.Now(), token))
            .Needs(needs.Cosign).WithName($"Cosign{suffix}Head").WithSummary($"Put a witness's signature under a head of the audit chain of the {service} service");
        audit.MapGet("/keys", (SigningKeySource keys) => TypedResults.Ok(new AuditKeysAnswer(keys.Keys?.PublicPem ?? "")))
            .Needs(needs.ReadHeads).WithName($"Get{suffix}Keys").WithSummary($"Get the public keys that the heads of the audit chain of the {service} service are signed with");
        audit.MapGet("/entries/{sequence:long}:prove", (long sequence, [FromQuery, Description("Number of entries that the head counts; the newest head where absent.")] long? head, ServiceDbContext db, CancellationToken token) =>
                ProveEntryAsync(service, sequence, head, db, token))
            .AddEndpointFilter(AuditApi.RequireClearanceAsync).Needs(needs.Read).WithName($"Prove{suffix}Entry").WithSummary($"Prove that a signed head counts an entry of the audit chain of the {service} service");
    }

    private static async Task<Ok<Page<AuditHeadAnswer>>> ListAsync(string service, ServiceDbContext db, PageRequest page, CancellationToken cancellationToken)
    {
        var bound = $"audit/{service}/heads";
        IQueryable<HeadRecord> query = db.AuditHeads;
        if (PageToken.Read(page.PageToken, bound, keys: 1) is { } after)
        {
            query = long.TryParse(after[0], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? query.Where(h => h.Size < before) : throw PageToken.NotOurs();
        }

        var size = page.Size;
        var rows = await query.OrderByDescending(h => h.Size).Take(size + 1).Include(h => h.Witnesses).AsNoTracking().ToListAsync(cancellationToken);
        var next = rows.Count > size ? PageToken.Make(bound, rows[size - 1].Size.ToString(CultureInfo.InvariantCulture)) : null;
        return TypedResults.Ok(new Page<AuditHeadAnswer>([.. rows.Take(size).Select(h => ToAnswer(service, h))], next));
    }

    private static async Task<Ok<HeadProofAnswer>> ProveHeadAsync(string service, long size, long first, ServiceDbContext db, CancellationToken cancellationToken)
    {
        new Violations().Check(first > 0 && first <= size, "first", "From 1 to the size of the head.").ThrowIfAny();
        var head = await FindAsync(service, db, size, cancellationToken);
        var path = await new MerkleProofs(new StoredNodes(db)).ConsistencyAsync(first, size, cancellationToken);
        return TypedResults.Ok(new HeadProofAnswer(first, ToAnswer(service, head), Hex(path)));
    }

    private static async Task<Ok<EntryProofAnswer>> ProveEntryAsync(string service, long sequence, long? size, ServiceDbContext db, CancellationToken cancellationToken)
    {
        var entry = await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Sequence == sequence, cancellationToken) ?? throw Fail.NotFound($"audit/{service}/entries/{sequence}");
        var head = size is { } asked
            ? await FindAsync(service, db, asked, cancellationToken)
            : await db.AuditHeads.OrderByDescending(h => h.Size).Include(h => h.Witnesses).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (head is null || head.Size <= sequence)
        {
            throw Fail.Because(PlatformReasons.HeadPending, size is null ? PlatformReasons.HeadPending.Title : "That head was signed before this entry was written.");
        }

        var path = await new MerkleProofs(new StoredNodes(db)).InclusionAsync(sequence, head.Size, cancellationToken);
        if (AuditContent.Read(entry.Content) is { } told)
        {
            AuditApi.NoteShown(db, $"audit/{service}/entries/{sequence}", told.Resources, told.Changes);
        }

        return TypedResults.Ok(new EntryProofAnswer(sequence, entry.Content, Hex(path), ToAnswer(service, head)));
    }

    private static async Task<Ok<AuditHeadAnswer>> CosignAsync(
        string service, long size, CosignHead request, ServiceDbContext db, Caller caller, WitnessKeys keys, DateTime now, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var signature = check.Text(request.Signature, "signature", 100);
        check.ThrowIfAny();
        var head = await FindAsync(service, db, size, cancellationToken);
        using var key = keys.Of(caller.Subject) ?? throw Fail.Because(PlatformReasons.WitnessUnknown, $"Whoever runs the platform puts the public key of {caller.Subject} into its directory of witness keys.");
        if (!HeadKey.Verifies(key, head.Told(service).Head.TextOf(caller.Subject), signature))
        {
            throw Fail.Because(PlatformReasons.WitnessSignature, PlatformReasons.WitnessSignature.Title);
        }

        // No entry of its own: it would make the next head due, which would be signed, and so on for ever. The signature is the evidence.
        if (head.Witnesses.All(w => w.Witness != caller.Subject))
        {
            db.Add(new CosignatureRecord { Size = size, Witness = caller.Subject, Key = HeadKey.IdOf(key), Signature = signature, Time = now });
            await db.SaveChangesAsync(cancellationToken);
            head = await FindAsync(service, db, size, cancellationToken);
        }

        return TypedResults.Ok(ToAnswer(service, head));
    }

    private static async Task<HeadRecord> FindAsync(string service, ServiceDbContext db, long size, CancellationToken cancellationToken) =>
        await db.AuditHeads.Where(h => h.Size == size).Include(h => h.Witnesses).AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw Fail.NotFound($"audit/{service}/heads/{size}");

    private static AuditHeadAnswer ToAnswer(string service, HeadRecord head)
    {
        var told = head.Told(service);
        return new AuditHeadAnswer($"audit/{service}/heads/{head.Size}", service, head.Size, told.Root, head.Time, head.Key, head.Signature, told.Witnesses ?? []);
    }

    private static IReadOnlyList<string> Hex(IReadOnlyList<byte[]> path) => [.. path.Select(Convert.ToHexStringLower)];
}
