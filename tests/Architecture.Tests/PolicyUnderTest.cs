using System.Reflection;
using System.Runtime.Loader;
using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Concord.Architecture.Tests;

/// <summary>What the matrix asks of the policy: the one that is built, or one with a fault put in.</summary>
internal sealed record PolicyUnderTest(
    Func<Caller, Permission, bool> Holds, Func<Caller, Classification, string, string, bool> MaySee, Func<Caller, Classification, string, bool, string, bool> MaySeeKept,
    Func<Caller, IReadOnlyList<Classification>> OpenLabels, Func<Caller, bool, IReadOnlyList<Classification>> OpenKeptLabels, Func<Caller, IReadOnlyList<Classification>> SharedLabels,
    Func<Caller, IReadOnlyList<Classification>> ClearedLabels, Func<Caller, IReadOnlyList<string>> NamedIn)
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using Concord.Platform.Security;";

    public static PolicyUnderTest Built { get; } = Of(typeof(AccessPolicy));

    /// <summary>The policy's own source with one text in place of another, compiled beside everything else as it is.</summary>
    public static PolicyUnderTest With(string text, string fault)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "services", "Platform", "Security", "Policy", "AccessPolicy.cs"));
        Assert.Equal(2, source.Split(text).Length); // once, or the fault would not be where it is meant to be
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            $"Fault{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(source.Replace(text, fault, StringComparison.Ordinal).Replace($"namespace {typeof(AccessPolicy).Namespace};", "namespace Fault;", StringComparison.Ordinal), options), CSharpSyntaxTree.ParseText(Usings, options)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var made = new MemoryStream();
        var result = compilation.Emit(made);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        made.Position = 0;
        return Of(AssemblyLoadContext.Default.LoadFromStream(made).GetType($"Fault.{nameof(AccessPolicy)}")!);
    }

    private static PolicyUnderTest Of(Type policy) => new(
        Method<Func<Caller, Permission, bool>>(policy, nameof(AccessPolicy.Holds)),
        Method<Func<Caller, Classification, string, string, bool>>(policy, nameof(AccessPolicy.MaySee)),
        Method<Func<Caller, Classification, string, bool, string, bool>>(policy, nameof(AccessPolicy.MaySeeKept)),
        Method<Func<Caller, IReadOnlyList<Classification>>>(policy, nameof(AccessPolicy.OpenLabels)),
        Method<Func<Caller, bool, IReadOnlyList<Classification>>>(policy, nameof(AccessPolicy.OpenKeptLabels)),
        Method<Func<Caller, IReadOnlyList<Classification>>>(policy, nameof(AccessPolicy.SharedLabels)),
        Method<Func<Caller, IReadOnlyList<Classification>>>(policy, nameof(AccessPolicy.ClearedLabels)),
        Method<Func<Caller, IReadOnlyList<string>>>(policy, nameof(AccessPolicy.NamedIn)));

    private static T Method<T>(Type policy, string name) where T : Delegate =>
        policy.GetMethods(BindingFlags.Public | BindingFlags.Static).Single(m => m.Name == name && !m.IsGenericMethod).CreateDelegate<T>();
}
