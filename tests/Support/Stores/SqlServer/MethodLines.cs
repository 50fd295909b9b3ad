using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Concord.Support;

/// <summary>Which line an instruction of the product belongs to, from the symbols beside its assembly.</summary>
public static class MethodLines
{
    private static readonly ConcurrentDictionary<Assembly, bool> Product = new();
    private static readonly ConcurrentDictionary<Assembly, MetadataReader?> Symbols = new();
    private static readonly ConcurrentDictionary<(Assembly Assembly, int Method, int Offset), string?> Known = new();

    /// <summary>Whether the assembly is one of those built from services/.</summary>
    public static bool IsProduct(Assembly assembly) => Product.GetOrAdd(assembly, static a =>
        a.GetName().Name is { } name && name.StartsWith("Concord.", StringComparison.Ordinal) && Directory.Exists(Repository.PathOf("services", name["Concord.".Length..])));

    public static string? At(MethodBase method, int offset) =>
        Known.GetOrAdd((method.Module.Assembly, method.MetadataToken, offset), k => Find(k.Assembly, k.Method, k.Offset));

    /// <summary>The line of the statement that holds the instruction; null where it has none.</summary>
    public static string? Find(Assembly assembly, int method, int offset)
    {
        if (Symbols.GetOrAdd(assembly, Open) is not { } symbols)
        {
            return null;
        }

        var points = symbols.GetMethodDebugInformation(MetadataTokens.MethodDefinitionHandle(method & 0xFFFFFF)).GetSequencePoints();
        var point = points.Where(p => !p.IsHidden && p.Offset <= offset).Select(p => (SequencePoint?)p).LastOrDefault();
        return point is { } found
            ? $"{Path.GetRelativePath(Repository.Root, symbols.GetString(symbols.GetDocument(found.Document).Name)).Replace('\\', '/')}:{found.StartLine}"
            : null;
    }

    private static MetadataReader? Open(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".pdb");
        return File.Exists(file) ? MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(File.ReadAllBytes(file))).GetMetadataReader() : null;
    }
}
