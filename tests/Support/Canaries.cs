using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Support;

/// <summary>
/// Secrets that a test plants, and the search for them wherever the platform may have left them. Each planted one holds one of two marks that occur nowhere else, a word and a number, so that one
/// search finds every one of them: in any case, in UTF-8 and UTF-16, in base64 and hexadecimal digits. What the platform made itself is looked for as it is.
/// </summary>
public sealed class Canaries
{
    private const int ShortestSecret = 12;
    private const int Piece = 1 << 20;
    private static readonly Encoding[] s_encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
    private readonly List<string> _forms = [];
    private SearchValues<string>? _search;
    private int _longest;
    private int _count;

    public Canaries()
    {
        Word = string.Concat(RandomNumberGenerator.GetItems<char>("bcdfghjkmnpqrstvwxz", 12));
        Number = string.Concat(RandomNumberGenerator.GetItems<char>("123456789", 12));
        LookFor(Word);
        LookFor(Number);
    }

    /// <summary>In every planted text.</summary>
    public string Word { get; }

    /// <summary>In every planted number.</summary>
    public string Number { get; }

    public int Count => _count;

    /// <summary>A text that nobody else has, such as a name.</summary>
    public string Text(string what = "") => $"{what}{Word}{Next()}";

    public string Email() => $"{Word}{Next()}@canary.example";

    public string Phone() => $"+{Number} {Next()}";

    /// <summary>One more, which the platform made: a token, a password, a link.</summary>
    public void Add(string secret)
    {
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"{secret.Length} characters may be found by chance.", nameof(secret));
        }

        LookFor(secret);
        Interlocked.Increment(ref _count);
    }

    /// <summary>Whether one of them is in it, in any form.</summary>
    public bool AreIn(ReadOnlySpan<byte> bytes)
    {
        // Every byte as one character, so that all forms are looked for in one pass.
        var forms = _search ??= SearchValues.Create([.. _forms], StringComparison.OrdinalIgnoreCase);
        var characters = ArrayPool<char>.Shared.Rent(Math.Min(bytes.Length, Piece));
        try
        {
            for (var at = 0; at < bytes.Length; at += Piece - _longest)
            {
                var piece = bytes[at..Math.Min(bytes.Length, at + Piece)];
                if (characters.AsSpan(0, Encoding.Latin1.GetChars(piece, characters)).ContainsAny(forms))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    public bool AreIn(string? text) => text is not null && AreIn(Encoding.UTF8.GetBytes(text));

    /// <summary>Every file there, and under the directories among them, that holds one, byte for byte; a file that goes away meanwhile holds none.</summary>
    public IReadOnlyList<string> FilesIn(params string[] paths)
    {
        List<string> found = [];
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        foreach (var file in paths.SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", all) : [p]))
        {
            try
            {
                if (new FileInfo(file).Length == 0)
                {
                    continue; // a pipe or a socket too, and a pipe would wait for somebody to write
                }

                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                if (AreIn(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
                {
                    found.Add(file);
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // its owner has removed it since it was listed
            }
        }

        return found;
    }

    /// <summary>Every column of every table of the service's store that holds one, whatever the database.</summary>
    public async Task<IReadOnlyList<string>> ColumnsInAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var names = db.GetService<ISqlGenerationHelper>();
        await db.Database.OpenConnectionAsync();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {names.DelimitIdentifier(table)}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                found.UnionWith(Enumerable.Range(0, rows.FieldCount).Where(i => AreIn(BytesOf(rows, i))).Select(i => $"{table}.{rows.GetName(i)}"));
            }
        }

        return [.. found];
    }

    private void LookFor(string mark)
    {
        List<byte[]> forms = [.. s_encodings.Select(e => e.GetBytes(mark)), .. s_encodings[..2].Select(e => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(e.GetBytes(mark))))];
        foreach (var before in (string[])["", "a", "ab"])
        {
            // Of the three ways it can fall into groups of three bytes, what does not depend on its neighbours.
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + mark));
            forms.Add(Encoding.ASCII.GetBytes(text[(before.Length == 0 ? 0 : 4)..^4]));
        }

        lock (_forms)
        {
            _forms.AddRange(forms.Select(Encoding.Latin1.GetString));
            (_longest, _search) = (_forms.Max(f => f.Length), null);
        }
    }

    private static byte[] BytesOf(DbDataReader row, int column) => row.GetValue(column) switch
    {
        byte[] bytes => bytes,
        var value => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private string Next() => Interlocked.Increment(ref _count).ToString("D3", CultureInfo.InvariantCulture);
}
