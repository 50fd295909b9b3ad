using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Identity.Tests;

/// <summary>
/// A device that keeps one passkey and does what a browser would have it do (WebAuthn, level 2: 6.1, 6.5 and 5.8.1), at whatever origin and for whatever name a test says.
/// Browsers refuse to lie; this one does not.
/// </summary>
internal sealed partial class SoftwarePasskey(string origin, string name) : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte HoldsCredential = 0x40;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _holder = "";

    public uint Signed { get; set; }

    public byte Flags { get; set; } = PresentAndVerified;

    /// <summary>What the form of the page that the browser shows asks for.</summary>
    public static JsonNode AskedOf(Browser browser) => JsonNode.Parse(WebUtility.HtmlDecode(Options().Match(browser.Html).Groups[1].Value))!;

    public string Make(JsonNode asked)
    {
        _holder = asked["user"]!["id"]!.GetValue<string>();
        var point = _key.ExportParameters(false).Q;
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!]; // COSE: EC2, ES256, P-256
        byte[] data = [.. Device((byte)(Flags | HoldsCredential)), .. new byte[16], 0, (byte)_id.Length, .. _id, .. key];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Credential(new JsonObject { ["clientDataJSON"] = Client("webauthn.create", asked), ["attestationObject"] = Base64Url.EncodeToString(attestation), ["transports"] = new JsonArray("internal") });
    }

    public string Use(JsonNode asked)
    {
        Signed++;
        var (client, data) = (Client("webauthn.get", asked), Device(Flags));
        byte[] signed = [.. data, .. SHA256.HashData(Base64Url.DecodeFromChars(client))];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = client,
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _holder,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Device(byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Signed);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(name)), flags, .. count];
    }

    private string Client(string type, JsonNode asked) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked["challenge"]!.GetValue<string>(), origin, crossOrigin = false }));

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(_id),
        ["rawId"] = Base64Url.EncodeToString(_id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["response"] = response,
        ["clientExtensionResults"] = new JsonObject(),
    }.ToJsonString();

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    [GeneratedRegex("data-options=\"([^\"]+)\"")]
    private static partial Regex Options();
}
