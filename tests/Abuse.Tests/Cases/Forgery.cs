using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;

namespace Concord.Abuse.Tests.Cases;

/// <summary>Tokens that no service may take, made of a good one: what it says is changed, or who signed it.</summary>
internal sealed class Forgery(string good, JsonObject publicKey)
{
    private readonly JsonObject _header = Read(good.Split('.')[0]);
    private readonly JsonObject _claims = Read(good.Split('.')[1]);
    private readonly ECDsa _own = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static async Task<Forgery> OfAsync(string address, string good)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var keys = (await client.GetFromJsonAsync<JsonObject>("/.well-known/jwks"))!;
        return new Forgery(good, keys["keys"]!.AsArray().Select(k => k!.AsObject()).Single(k => (string?)k["use"] == "sig"));
    }

    /// <summary>By what is wrong with each; all of them signed by somebody else, by nobody, or not at all.</summary>
    public IReadOnlyDictionary<string, string> Unsigned() => new Dictionary<string, string>
    {
        ["not a token"] = "garbage",
        ["empty parts"] = "..",
        ["signature cut off"] = good[..(good.LastIndexOf('.') + 1)],
        ["signature of zeros"] = $"{good[..good.LastIndexOf('.')]}.{Base64Url.EncodeToString(new byte[64])}",
        ["raised clearance under the old signature"] = Altered(good, c => c[ConcordClaims.Clearance] = nameof(Classification.StrictlyConfidential)),
        ["another role under the old signature"] = Altered(good, c => c[ConcordClaims.Role] = Roles.Administrator),
        ["another person under the old signature"] = Altered(good, c => c[ConcordClaims.Subject] = $"accounts/{Guid.NewGuid()}"),
        ["a key of one's own"] = Signed(_own, _header, _claims),
        ["a key of one's own in the header (jwk)"] = Signed(_own, With(_header, h => h["jwk"] = PublicOf(_own)), _claims),
        ["a key at an address of one's own (jku)"] = Signed(_own, With(_header, h => h["jku"] = "http://127.0.0.1:1/keys"), _claims),
        ["no key id"] = Signed(_own, With(_header, h => h.Remove("kid")), _claims),
        ["a key id that is a path to nothing"] = Hmac([], With(_header, h => (h["kid"], h["alg"]) = ("../../../../../../dev/null", "HS256"))),
        ["a key id that is a path to a file"] = Signed(_own, With(_header, h => h["kid"] = "../keys/signing-key.pem"), _claims),
        ["a key id that is a statement"] = Signed(_own, With(_header, h => h["kid"] = "' UNION SELECT 'x' --"), _claims),
        ["alg none"] = $"{Write(With(_header, h => h["alg"] = "none"))}.{Write(_claims)}.",
        ["alg None"] = $"{Write(With(_header, h => h["alg"] = "None"))}.{Write(_claims)}.",
        ["alg none with the old signature"] = $"{Write(With(_header, h => h["alg"] = "none"))}.{Write(_claims)}.{good.Split('.')[2]}",
        ["HS256 with the public key as JSON"] = Hmac(Encoding.UTF8.GetBytes(publicKey.ToJsonString()), With(_header, h => h["alg"] = "HS256")),
        ["HS256 with the public key as PEM"] = Hmac(Encoding.UTF8.GetBytes(PemOf(publicKey)), With(_header, h => h["alg"] = "HS256")),
        ["a critical extension nobody knows"] = Signed(_own, With(_header, h => h["crit"] = new JsonArray("b64")), _claims),
        ["10 kB of claims"] = Signed(_own, _header, With(_claims, c => c["more"] = new string('x', 10_000))),
        ["10 kB after a good token"] = good + new string('A', 10_000),
        ["two tokens"] = $"{good} {good}",
        ["two tokens with a comma"] = $"{good}, Bearer {good}",
    };

    /// <summary>Signed with the platform's own key, and wrong in one claim; and one that is right, which must be taken.</summary>
    /// <param name="keyDirectory">Where the platform keeps its keys.</param>
    public (IReadOnlyDictionary<string, string> Wrong, string Right) Signed(string keyDirectory)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(keyDirectory, "signing-key.pem")));
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string Claim(Action<JsonObject> change) => Signed(key, _header, With(_claims, change));
        return (new Dictionary<string, string>
        {
            ["expired"] = Claim(c => (c["iat"], c["exp"]) = (now - 1200, now - 300)),
            ["without an end"] = Claim(c => c.Remove("exp")),
            ["not valid yet"] = Claim(c => (c["nbf"], c["exp"]) = (now + 300, now + 900)),
            ["for another audience"] = Claim(c => c["aud"] = "elsewhere"),
            ["for no audience"] = Claim(c => c.Remove("aud")),
            ["of another issuer"] = Claim(c => c["iss"] = "http://issuer.example/"),
            ["of no issuer"] = Claim(c => c.Remove("iss")),
            ["of another type (JWT)"] = Signed(key, With(_header, h => h["typ"] = "JWT"), _claims),
            ["of no type"] = Signed(key, With(_header, h => h.Remove("typ")), _claims),
            ["of the right key, its signature of another token"] = Altered(Claim(c => c["jti"] = "other"), c => c["jti"] = "altered"),
        }, Claim(c => c["jti"] = Guid.NewGuid().ToString()));
    }

    private static string Altered(string token, Action<JsonObject> change)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Write(With(Read(parts[1]), change))}.{parts[2]}";
    }

    private static string Signed(ECDsa key, JsonObject header, JsonObject claims)
    {
        var text = $"{Write(header)}.{Write(claims)}";
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    private string Hmac(byte[] key, JsonObject header)
    {
        var text = $"{Write(header)}.{Write(_claims)}";
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)))}";
    }

    private static string PemOf(JsonObject jwk)
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars((string)jwk["x"]!), Y = Base64Url.DecodeFromChars((string)jwk["y"]!) },
        });
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private static JsonObject PublicOf(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
    }

    private static JsonObject With(JsonObject part, Action<JsonObject> change)
    {
        var copy = part.DeepClone().AsObject();
        change(copy);
        return copy;
    }

    private static JsonObject Read(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    private static string Write(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
