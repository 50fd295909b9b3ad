using System.Reflection;
using System.Text;
using Concord.Contracts.Events;
using Concord.Platform.Errors;
using Concord.Platform.Idempotency;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.AspNetCore.Routing;

namespace Concord.Architecture.Tests;

/// <summary>The approved texts: operations, RPCs, events, reasons. What changes here changes what others build on.</summary>
public sealed class SurfaceTests
{
    private static readonly Type[] Events = [.. typeof(IEvent).Assembly.GetTypes().Where(t => t.IsClass && typeof(IEvent).IsAssignableFrom(t)).OrderBy(TypeOf, StringComparer.Ordinal)];

    [Fact]
    public void The_surface_is_the_approved_one()
    {
        var text = new StringBuilder("# Every operation, RPC, event and reason. Made by tests/update-approved.sh; a change shows in review.\n");
        text.Append("\n[operations]\n");
        foreach (var line in ServiceCatalogue.All.SelectMany(s => s.Endpoints.SelectMany(e => Describe(s, e))).Order(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
        }

        text.Append("\n[permissions]\n");
        foreach (var permission in ServiceCatalogue.All.SelectMany(s => s.Permissions).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append($"{permission.Name} = {(permission.Roles.Length == 0 ? "every signed-in caller" : string.Join(", ", permission.Roles.Order(StringComparer.Ordinal)))}\n");
        }

        text.Append("\n[events]\n");
        foreach (var type in Events)
        {
            text.Append($"{TypeOf(type)}({string.Join(", ", FieldsOf(type))})\n");
        }

        text.Append("\n[reasons]\n");
        foreach (var (service, reason) in AllReasons())
        {
            text.Append($"{service} {reason.Code} {reason.HttpStatus} {reason.GrpcStatus} {reason.Rule ?? "-"}\n");
        }

        foreach (var (status, answer) in ProblemAnswer.OfStatus.OrderBy(s => s.Key))
        {
            text.Append($"status {answer.Reason} {status}\n");
        }

        Approved.Is(text.ToString(), "contracts", "surface.txt");
    }

    [Fact]
    public void The_catalogue_of_reasons_is_up_to_date()
    {
        var text = new StringBuilder("# Reasons\n\nWhat `reason` in a problem (REST) or `ErrorInfo` (gRPC) can say. Made from the code by `bash tests/update-approved.sh`.\nA reason is never renamed: callers branch on it.\n\n| service | reason | HTTP | gRPC | rule | meaning |\n|---|---|---|---|---|---|\n");
        foreach (var (service, reason) in AllReasons())
        {
            text.Append($"| {service} | `{reason.Code}` | {reason.HttpStatus} | {reason.GrpcStatus} | {reason.Rule ?? ""} | {reason.Title} |\n");
        }

        text.Append("\nWhat a status says that carries no reason of its own, at the gateway and in every service:\n\n| HTTP | reason | meaning |\n|---|---|---|\n");
        foreach (var (status, answer) in ProblemAnswer.OfStatus.OrderBy(s => s.Key))
        {
            text.Append($"| {status} | `{answer.Reason}` | {answer.Title} |\n");
        }

        Approved.Is(text.ToString(), "docs", "reasons.md");
    }

    [Fact]
    public void The_catalogue_of_events_is_up_to_date()
    {
        var text = new StringBuilder("# Events\n\nFacts that cross services, in CloudEvents envelopes. Made from the code by `bash tests/update-approved.sh`.\n\n| type | subject and data | raised by | heard by |\n|---|---|---|---|\n");
        foreach (var type in Events)
        {
            var listeners = ServiceCatalogue.All.SelectMany(s => s.Subscriptions.Where(x => x.Type == TypeOf(type)).Select(x => $"{s.Name} ({x.Handler})")).Order(StringComparer.Ordinal);
            text.Append($"| `{TypeOf(type)}` | {string.Join(", ", FieldsOf(type))} | {TypeOf(type).Split('.')[1]} | {string.Join(", ", listeners)} |\n");
        }

        Approved.Is(text.ToString(), "docs", "events.md");
    }

    [Fact]
    public void Whoever_publishes_knows_who_listens()
    {
        var heard = ServiceCatalogue.All.Select(s => (s.Name, Types: s.Subscriptions.Select(x => x.Type).Distinct().Order(StringComparer.Ordinal))).Where(s => s.Types.Any());
        Assert.Equal(
            heard.Select(s => $"{s.Name}: {string.Join(", ", s.Types)}").Order(StringComparer.Ordinal),
            Listeners.All.Select(l => $"{l.Service}: {string.Join(", ", l.Types.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_event_type_names_its_service_and_version_and_is_raised_there()
    {
        foreach (var type in Events)
        {
            Assert.Matches(@"^concord\.[a-z]+\.[a-z_]+\.[a-z_]+\.v[0-9]+$", TypeOf(type));
            var folder = ServiceCatalogue.All.Single(s => s.Name == TypeOf(type).Split('.')[1]).Folder;
            Assert.Contains(Repository.SourceFiles($"services/{folder}"), f => File.ReadAllText(f).Contains($"new {type.Name}(", StringComparison.Ordinal) || File.ReadAllText(f).Contains($"{type.Name} ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Reasons_are_unique_in_their_service_and_each_is_declared()
    {
        foreach (var service in ServiceCatalogue.All)
        {
            Assert.Equal(service.Reasons.Count, service.Reasons.Select(r => r.Code).Distinct().Count());
            Assert.All(service.Reasons, r => Assert.Matches("^[A-Z][A-Z0-9_]*$", r.Code));
            var declared = Repository.SourceFiles($"services/{service.Folder}").Sum(f => File.ReadAllText(f).Split("new Reason(").Length - 1);
            Assert.Equal(0, declared); // reasons are written as target-typed new in the Reasons class, so none hides elsewhere
        }
    }

    [Fact]
    public void Every_reason_is_shown_by_a_test()
    {
        var tests = string.Concat(Repository.SourceFiles("tests").Select(File.ReadAllText));
        Assert.Empty(ServiceCatalogue.All.SelectMany(s => s.Reasons).Where(r => !tests.Contains($"\"{r.Code}\"", StringComparison.Ordinal)).Select(r => r.Code));
    }

    internal static IEnumerable<(string Service, Reason Reason)> AllReasons() =>
        typeof(PlatformReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ("every", (Reason)f.GetValue(null)!))
            .Concat(Concord.Gateway.Errors.GatewayReasons.All.Select(r => ("gateway", r)))
            .Concat(ServiceCatalogue.All.SelectMany(s => s.Reasons.Select(r => (s.Name, r))))
            .OrderBy(r => r.Item1, StringComparer.Ordinal).ThenBy(r => r.Item2.Code, StringComparer.Ordinal);

    private static IEnumerable<string> Describe(ServiceCatalogue service, RouteEndpoint endpoint)
    {
        var access = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission ?? (endpoint.Metadata.GetMetadata<OpenToAll>() is null ? null : "open");
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        if (access is null || endpoint.RoutePattern.RawText!.StartsWith("/health", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var method in methods)
        {
            var grpc = endpoint.DisplayName?.StartsWith("gRPC", StringComparison.Ordinal) == true;
            var reads = endpoint.Metadata.GetMetadata<ReadsOnly>() is null ? "" : " reads only";
            yield return $"{service.Name} {(grpc ? "RPC" : method)} {endpoint.RoutePattern.RawText.TrimEnd('/')} [{access}]{reads}";
        }
    }

    private static string TypeOf(Type type) => (string)type.GetProperty(nameof(IEvent.Type), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static IEnumerable<string> FieldsOf(Type type) => type.GetConstructors().Single().GetParameters().Select(p => $"{p.Name}: {Name(p.ParameterType)}");

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
