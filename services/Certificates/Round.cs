using System.Globalization;

namespace Concord.Certificates;

/// <summary>One run: authorities first, then whom everybody trusts, then the certificates that are due.</summary>
internal sealed class Round(Order order, TimeProvider time, TextWriter output)
{
    public void Run()
    {
        PrivateFiles.MakeDirectory(order.Directory);
        PrivateFiles.MakeDirectory(order.Authority);
        using var alone = PrivateFiles.Lock(order.Authority);
        PrivateFiles.Sweep(order.Authority);
        using var authorities = new Authorities(order.Authority);
        var now = time.GetUtcNow();
        authorities.Keep(order.Anew, now);

        // To all of them before the first certificate: nobody may meet one whose signer it has not heard of.
        foreach (var service in order.Services)
        {
            PrivateFiles.MakeDirectory(order.DirectoryOf(service));
            PrivateFiles.Sweep(order.DirectoryOf(service));
            new ServiceFiles(order.DirectoryOf(service)).WriteTrust(authorities.Trusted);
        }

        foreach (var service in order.Services)
        {
            Renew(service, authorities, now);
        }
    }

    private void Renew(string service, Authorities authorities, DateTimeOffset now)
    {
        var files = new ServiceFiles(order.DirectoryOf(service));
        using (var held = files.Find())
        {
            if (held is not null && authorities.Signed(held) && !Lifetimes.IsDue(held.NotBefore, held.NotAfter, now)
                && held.Extensions.Any(e => e.Oid?.Value == "2.5.29.17" && e.RawData.AsSpan().SequenceEqual(Authority.NamesOf(service, order.Hosts).RawData)))
            {
                return;
            }
        }

        files.WriteOwn(authorities.Signing(now).Issue(service, order.Hosts, now));
        using var made = files.Find()!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service}: new certificate, number {made.SerialNumber}, until {made.NotAfter.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}"));
    }
}
