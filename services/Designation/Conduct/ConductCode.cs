using System.Security.Cryptography;
using System.Text;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Security;

namespace Concord.Designation.Conduct;

/// <summary>Says which code of conduct counts from now on.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Version">As the document says it; 1 to 60 characters.</param>
/// <param name="Reference">Where the document is found, such as its symbol; 1 to 400 characters.</param>
/// <param name="Text">The code itself, up to 20,000 characters; absent where only its digest is kept.</param>
/// <param name="Sha256">SHA-256 of the text in UTF-8, 64 hexadecimal digits; made of the text where that is there.</param>
internal sealed record AdoptCode(string? Title, string? Version, string? Reference, string? Text = null, string? Sha256 = null);

/// <summary>A version of the common code of conduct of one process (R36, ¶50). Appended; the one with the highest number counts.</summary>
internal sealed class ConductCode : IListed<ConductCodeId>
{
    public const int LongestText = 20_000;

    private ConductCode() { } // EF

    public ConductCodeId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Counts the adoptions of the process; each number is given once.</summary>
    public int Number { get; private init; }
    public string Title { get; private init; } = "";

    /// <summary>As the document says it.</summary>
    public string Version { get; private init; } = "";
    public string Reference { get; private init; } = "";
    public string? Text { get; private init; }

    /// <summary>Lower-case hexadecimal digits: whoever accepts says by them which text was read.</summary>
    public string Sha256 { get; private init; } = "";
    public Signature AdoptedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
    public string Name => $"{Process}/{Id}";

    public static ConductCode Adopt(Process process, ConductCode? before, AdoptCode request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var text = check.OptionalText(request.Text, "text", LongestText);
        var digest = request.Sha256?.Trim().ToLowerInvariant();
        var ofText = text is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        check.Check(digest is null || (digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower)), "sha256", "64 hexadecimal digits.");
        check.Check(digest is not null || text is not null, "sha256", "Give the text, or its digest.");
        check.Check(digest is null || ofText is null || digest == ofText, "sha256", "Not the digest of this text.");
        var code = new ConductCode
        {
            Id = ConductCodeId.New(),
            Process = process.Id,
            Number = (before?.Number ?? 0) + 1,
            Title = check.Text(request.Title, "title", 200),
            Version = check.Text(request.Version, "version", 60),
            Reference = check.Text(request.Reference, "reference", 400),
            Text = text,
            Sha256 = digest ?? ofText ?? "",
            AdoptedBy = Signature.Of(caller),
            CreateTime = now,
        };
        check.ThrowIfAny();
        return code;
    }
}

/// <summary>One organization's acceptance of one version, by its own officer; once, and for good.</summary>
internal sealed class ConductAcceptance : IListed<ConductAcceptanceId>
{
    private ConductAcceptance() { } // EF

    public ConductAcceptanceId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public ConductCodeId Code { get; private init; }

    /// <summary>Resource name.</summary>
    public string Organization { get; private init; } = "";
    public Signature AcceptedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }

    /// <param name="code">That counts now.</param>
    /// <param name="sha256">Of the text that was read.</param>
    /// <param name="organization">The caller's own.</param>
    /// <param name="bound">Who leads or supports now.</param>
    /// <param name="caller">Its officer.</param>
    /// <param name="now">UTC.</param>
    public static ConductAcceptance Accept(ConductCode? code, string? sha256, string organization, IReadOnlyList<string> bound, Caller caller, DateTime now)
    {
        var check = new Violations();
        var read = check.Text(sha256, "sha256", 64).ToLowerInvariant();
        check.ThrowIfAny();
        if (code is null)
        {
            throw Fail.Because(DesignationReasons.NoCodeOfConduct, "No code of conduct has been adopted for this process.");
        }

        if (code.Sha256 != read)
        {
            throw Fail.Because(DesignationReasons.CodeNotCurrent, $"{code.Title}, version {code.Version}, counts now; its text is another than the one you read.", ("sha256", code.Sha256));
        }

        return bound.Contains(organization)
            ? new ConductAcceptance { Id = ConductAcceptanceId.New(), Process = code.Process, Code = code.Id, Organization = organization, AcceptedBy = Signature.Of(caller), CreateTime = now }
            : throw Fail.Because(DesignationReasons.NeitherLeadsNorSupports, "Your organization neither leads nor supports this process.");
    }
}
