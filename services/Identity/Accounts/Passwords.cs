using System.Security.Cryptography;
using Concord.Platform.Errors;

namespace Concord.Identity.Accounts;

/// <summary>Passwords that the platform makes, and what it asks of those that people choose.</summary>
internal static class Passwords
{
    // No characters that are mistaken for one another when a person copies them.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>About 116 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 20);

    /// <summary>Length only: rules about kinds of characters make passwords worse (NIST SP 800-63B).</summary>
    public static Violations CheckPassword(this Violations check, string? password, string email, string field) => check
        .Check(password?.Length >= Account.MinPasswordLength, field, $"At least {Account.MinPasswordLength} characters.")
        .Check(!(password?.Length > Account.MaxPasswordLength), field, $"At most {Account.MaxPasswordLength} characters.")
        .Check(password is null || !string.Equals(password, email, StringComparison.OrdinalIgnoreCase), field, "Not your e-mail address.");
}
