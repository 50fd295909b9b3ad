using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Concord.Platform.Errors;

/// <summary>Which optional parameter of a query was sent and could not be read. The code that the compiler makes for an endpoint refuses it without saying so.</summary>
internal static class UnreadParameter
{
    /// <summary>Its name; null where each was read.</summary>
    public static string? In(HttpContext context) => context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(p => p.HasTryParse && context.Request.Query[p.Name] is [{ Length: > 0 } sent, ..] && !Reads(p.ParameterInfo.ParameterType, sent))
        .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
        .FirstOrDefault();

    // Asked after a refusal only; by the same methods as the endpoint's own code.
    private static bool Reads(Type type, string sent)
    {
        var of = Nullable.GetUnderlyingType(type) ?? type;
        var result = of.MakeByRefType();
        const BindingFlags Shared = BindingFlags.Public | BindingFlags.Static;
        return of.GetMethod("TryParse", Shared, [typeof(string), typeof(IFormatProvider), result]) is { } cultured
            ? (bool)cultured.Invoke(null, [sent, System.Globalization.CultureInfo.InvariantCulture, null])!
            : of.GetMethod("TryParse", Shared, [typeof(string), result]) is not { } plain || (bool)plain.Invoke(null, [sent, null])!;
    }
}
