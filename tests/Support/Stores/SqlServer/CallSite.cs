using System.Diagnostics;

namespace Concord.Support;

/// <param name="Method">As the compiler names it; an async method by its state machine.</param>
/// <param name="Line">Such as <c>services/Roster/Search/SearchApi.cs:12</c>.</param>
internal sealed record CallSite(string Method, string Line)
{
    /// <summary>Lines of the product on the stack, the nearest first; none where a test itself asks, whatever it was called back from.</summary>
    public static IReadOnlyList<CallSite> Here()
    {
        var ours = new StackTrace(1, fNeedFileInfo: false).GetFrames()
            .Where(f => f.GetMethod()?.Module.Assembly is { } a && a != typeof(CallSite).Assembly && a.GetName().Name!.StartsWith("Concord.", StringComparison.Ordinal)).ToList();
        return ours is [var nearest, ..] && MethodLines.IsProduct(nearest.GetMethod()!.Module.Assembly) ? [.. ours.Select(Of).OfType<CallSite>().DistinctBy(s => s.Line)] : [];
    }

    private static CallSite? Of(StackFrame frame) =>
        frame.GetMethod() is { } method && MethodLines.IsProduct(method.Module.Assembly) && MethodLines.At(method, frame.GetILOffset()) is { } line
            ? new CallSite($"{method.DeclaringType?.Name}.{method.Name}", line)
            : null;
}
