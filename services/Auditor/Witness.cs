using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Concord.Contracts.Audit;

namespace Concord.Auditor;

/// <summary>The platform showed a head that does not continue the one it showed before: its audit chain was changed.</summary>
internal sealed class ForkException(string message) : Exception(message);

/// <summary>
/// Keeps the newest head of a service's chain that it has seen, and never puts its name to one that does not continue it. So nobody can show two chains
/// to two people, or take back what was written, without a witness that tells.
/// </summary>
/// <param name="platform">Speaks to the platform as the witness.</param>
/// <param name="service">Whose chain.</param>
/// <param name="name"><c>clients/{id}</c> of the witness.</param>
/// <param name="key">The witness's own key.</param>
/// <param name="directory">Where it keeps what it has seen.</param>
internal sealed class Witness(HttpClient platform, string service, string name, ECDsa key, string directory)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private sealed record HeadPage(IReadOnlyList<SignedHead> Items);

    private sealed record KeysAnswer(string PublicKeys);

    /// <summary>Looks once.</summary>
    /// <returns>The head that now bears this witness's signature; null where the service has none yet.</returns>
    /// <exception cref="ForkException">The head does not continue the one kept.</exception>
    public async Task<SignedHead?> LookAsync(CancellationToken cancellationToken)
    {
        var own = Directory.CreateDirectory(Path.Combine(directory, service)).FullName;
        var trusted = await TrustedAsync(own, cancellationToken);
        var kept = Directory.EnumerateFiles(own, "*.json").Order(StringComparer.Ordinal).LastOrDefault();
        var last = kept is null ? null : SignedHead.Read(await File.ReadAllTextAsync(kept, cancellationToken)) ?? throw new FormatException($"{kept} is no signed head.");
        if ((await AskAsync<HeadPage>("heads?pageSize=1", cancellationToken)).Items is not [var shown, ..])
        {
            return last is null ? null : throw new ForkException($"{service} shows no head any more; it had signed one of {last.Size} entries.");
        }

        await RequireContinuedAsync(last, shown, trusted, cancellationToken);
        // Kept before it is signed: a witness that forgot could be made to sign two.
        await KeepAsync(Path.Combine(own, string.Create(CultureInfo.InvariantCulture, $"{shown.Size:D12}.json")), shown, cancellationToken);
        return await CosignAsync(shown, cancellationToken);
    }

    private async Task RequireContinuedAsync(SignedHead? last, SignedHead shown, IReadOnlyList<ECDsa> trusted, CancellationToken cancellationToken)
    {
        if (shown.Service != service || !shown.IsSignedBy(trusted))
        {
            throw new ForkException($"{service} shows a head of {shown.Size} entries that no trusted key has signed.");
        }

        if (last is null || (last.Size == shown.Size && last.Root == shown.Root))
        {
            return;
        }

        if (shown.Size <= last.Size)
        {
            throw new ForkException(shown.Size == last.Size
                ? $"{service} has signed two different heads of {last.Size} entries."
                : $"{service} shows a head of {shown.Size} entries; it had signed one of {last.Size}.");
        }

        var proof = await AskAsync<HeadProof>($"heads/{shown.Size}:prove?first={last.Size}", cancellationToken);
        if (proof.First != last.Size || proof.Head.Head != shown.Head || !proof.Extends(last.Root))
        {
            throw new ForkException($"The chain of {service} does not continue its head of {last.Size} entries: something before entry {last.Size} was changed.");
        }
    }

    private async Task<SignedHead> CosignAsync(SignedHead shown, CancellationToken cancellationToken)
    {
        if (shown.Witnesses?.Any(w => w.Witness == name) == true)
        {
            return shown;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Address($"heads/{shown.Size}:cosign")) { Content = JsonContent.Create(new { signature = HeadKey.Sign(key, shown.Head.TextOf(name)) }, options: s_json) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await platform.SendAsync(request, cancellationToken);
        return await ReadAsync<SignedHead>(answer, cancellationToken);
    }

    // The first time the platform's word is taken and kept; from then on only these keys are good. Whoever got them another way puts them there first.
    private async Task<IReadOnlyList<ECDsa>> TrustedAsync(string own, CancellationToken cancellationToken)
    {
        var file = Path.Combine(own, "service-keys.pem");
        if (!File.Exists(file))
        {
            var told = (await AskAsync<KeysAnswer>("keys", cancellationToken)).PublicKeys;
            HeadKey.ReadAll(told);
            await File.WriteAllTextAsync(file, told, cancellationToken);
        }

        return HeadKey.ReadAll(await File.ReadAllTextAsync(file, cancellationToken));
    }

    private static async Task KeepAsync(string path, SignedHead head, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            var draft = $"{path}.draft";
            await File.WriteAllTextAsync(draft, head.Write() + "\n", cancellationToken);
            File.Move(draft, path);
        }
    }

    private async Task<T> AskAsync<T>(string what, CancellationToken cancellationToken)
    {
        using var answer = await platform.GetAsync(Address(what), cancellationToken);
        return await ReadAsync<T>(answer, cancellationToken);
    }

    private Uri Address(string what) => new($"api/v1/audit/{service}/{what}", UriKind.Relative);

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return (answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<T>(text, s_json) : default) ?? throw new HttpRequestException($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        }
        catch (JsonException e)
        {
            throw new HttpRequestException($"{answer.RequestMessage?.RequestUri}: {e.Message}");
        }
    }
}
