using System.Security.Cryptography;
using Concord.Platform.Errors;

namespace Concord.Identity.Accounts;

/// <summary>What is wrong with a password that a person chose.</summary>
internal enum PasswordFault
{
    Short,
    Long,
    Email,
    Same,

    /// <summary>One of those that most people use.</summary>
    Common,

    /// <summary>Made of names of the person, the organization or the platform.</summary>
    Near,
}

/// <summary>Passwords that the platform makes, and what it asks of those that people choose.</summary>
internal static class Passwords
{
    /// <summary>Rounds of PBKDF2 with SHA-512 for a password: what OWASP advises as the least (Password Storage Cheat Sheet). Earlier ones are hashed again at the next sign-in.</summary>
    public const int Rounds = 210_000;

    // No characters that are mistaken for one another when a person copies them.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>About 133 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 23);

    /// <summary>Length, and nothing that is guessed first: rules about kinds of characters make passwords worse (NIST SP 800-63B).</summary>
    public static PasswordFault? FaultOf(string password, string email, NearWords near, string? former = null) => password switch
    {
        { Length: < Account.MinPasswordLength } => PasswordFault.Short,
        { Length: > Account.MaxPasswordLength } => PasswordFault.Long,
        _ when string.Equals(password, email, StringComparison.OrdinalIgnoreCase) => PasswordFault.Email,
        _ when password == former => PasswordFault.Same,
        _ when CommonPasswords.Include(password) => PasswordFault.Common,
        _ when near.MakeMostOf(password) => PasswordFault.Near,
        _ => null,
    };

    public static Violations AddPassword(this Violations check, PasswordFault? fault, string field) => fault switch
    {
        PasswordFault.Short => check.Add(field, $"At least {Account.MinPasswordLength} characters."),
        PasswordFault.Long => check.Add(field, $"At most {Account.MaxPasswordLength} characters."),
        PasswordFault.Email => check.Add(field, "Not the e-mail address."),
        PasswordFault.Common => check.Add(field, "Many people use it; whoever guesses tries it first."),
        PasswordFault.Near => check.Add(field, $"At least {NearWords.OwnCharacters} letters or digits beside the names of the person, the organization and the platform."),
        _ => check,
    };
}
