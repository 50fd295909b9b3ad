using System.Globalization;

namespace Concord.Certificates;

/// <summary>Whether somebody still renews them, for whoever watches over it.</summary>
internal static class Expiry
{
    /// <returns>0 where every service has a certificate that is good for a while, 1 where one has not.</returns>
    public static int Check(string directory, IEnumerable<string> services, TimeProvider time, TextWriter errors)
    {
        var good = true;
        foreach (var service in services)
        {
            using var held = new ServiceFiles(Path.Combine(directory, service)).Find();
            var left = held is null ? TimeSpan.Zero : held.NotAfter.ToUniversalTime() - time.GetUtcNow().UtcDateTime;
            if (left <= Lifetimes.Certificate / 4)
            {
                good = false;
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service}: {(held is null ? "no certificate" : $"good for {Math.Max(0, left.TotalHours):0.0} hours more")}"));
            }
        }

        return good ? 0 : 1;
    }
}
