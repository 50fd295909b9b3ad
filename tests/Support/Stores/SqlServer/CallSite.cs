using System.Diagnostics;

namespace Concord.Support;

/// <param name="Method">As the compiler names it; an async method by its state machine.</param>
/// <param name="Line">Such as <c>services/Roster/Search/SearchApi.cs:12</c>.</param>
internal sealed record CallSite(string Method, string Line)
{
    /// <summary>Lines of the product on the stack, the nearest first.</summary>
    public static IReadOnlyList<CallSite> Here() =>
        [.. new StackTrace(1, fNeedFileInfo: false).GetFrames().Select(Of).OfType<CallSite>().DistinctBy(s => s.Line)];

    private static CallSite? Of(StackFrame frame) =>
        frame.GetMethod() is { } method && MethodLines.IsProduct(method.Module.Assembly) && MethodLines.At(method, frame.GetILOffset()) is { } line
            ? new CallSite($"{method.DeclaringType?.Name}.{method.Name}", line)
            : null;
}
