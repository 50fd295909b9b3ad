using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Concord.Platform.Errors;

/// <summary>Which optional parameter of a query was sent and could not be read. The code that the compiler makes for an endpoint refuses it without saying so, or takes it for absent.</summary>
internal static class UnreadParameter
{
    /// <summary>Its name; null where each was read.</summary>
    public static string? In(HttpContext context) => context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(p => p.HasTryParse && context.Request.Query[p.Name] is [{ Length: > 0 } sent, ..] && !Reads(p.ParameterInfo.ParameterType, sent))
        .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
        .FirstOrDefault();

    /// <summary>A question of yes or no that was sent without an answer, which the framework takes for one that was not asked: whoever wants a trial would be taken at the word.</summary>
    public static string? EmptyFlagIn(HttpContext context) => !context.Request.QueryString.HasValue ? null : context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(p => p.ParameterInfo.ParameterType == typeof(bool?) && context.Request.Query[p.Name].Any(string.IsNullOrWhiteSpace))
        .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
        .FirstOrDefault();

    /// <summary>Refuses it under its name.</summary>
    public static ValueTask<object?> RefuseEmptyFlagsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        EmptyFlagIn(context.HttpContext) is { } flag ? throw ParameterRefusal.Of(flag) : next(context);

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
