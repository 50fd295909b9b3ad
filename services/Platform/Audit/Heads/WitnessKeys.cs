using System.Security.Cryptography;
using Concord.Contracts.Audit;
using Concord.Platform.Hosting;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Audit.Heads;

/// <summary>The public keys of witnesses, from files that whoever runs the platform got from them.</summary>
internal sealed class WitnessKeys(IConfiguration configuration)
{
    public static readonly Setting Directory = new("Audit:WitnessKeyDirectory", "Directory of the public keys of witnesses: for the client {id} the PEM {id}.pem. Without it no witness can sign.");

    /// <param name="client"><c>clients/{id}</c>.</param>
    /// <returns>Null where none is on record, or it cannot be read.</returns>
    public ECDsa? Of(string client)
    {
        if (Directory.In(configuration) is not { } directory || !System.IO.Directory.Exists(directory))
        {
            return null;
        }

        // By the names that are there: what a client calls itself never becomes part of a path.
        var file = System.IO.Directory.EnumerateFiles(directory, "*.pem").FirstOrDefault(f => $"clients/{Path.GetFileNameWithoutExtension(f)}" == client);
        try
        {
            return file is null ? null : HeadKey.Read(File.ReadAllText(file));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
