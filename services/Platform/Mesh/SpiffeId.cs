using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Concord.Platform.Mesh;

/// <summary>The name of a service in a certificate, after SPIFFE: its one URI, <c>spiffe://concord/{service}</c>.</summary>
internal static class SpiffeId
{
    private const string Names = "2.5.29.17";
    private const string Domain = "spiffe://concord/";
    private static readonly Asn1Tag s_uri = new(TagClass.ContextSpecific, 6);

    /// <returns>Null where it names none of ours, or more than one.</returns>
    public static string? ServiceOf(X509Certificate2 certificate)
    {
        try
        {
            var uris = certificate.Extensions.Where(e => e.Oid?.Value == Names).SelectMany(e => UrisIn(e.RawData)).ToList();
            return uris is [var one] && one.StartsWith(Domain, StringComparison.Ordinal) && one[Domain.Length..] is { Length: > 0 } service && service.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') ? service : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static List<string> UrisIn(byte[] extension)
    {
        List<string> uris = [];
        var names = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            if (names.PeekTag().HasSameClassAndValue(s_uri))
            {
                uris.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, s_uri));
            }
            else
            {
                names.ReadEncodedValue();
            }
        }

        return uris;
    }
}
