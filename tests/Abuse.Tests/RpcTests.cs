using Concord.Abuse.Tests.Cases;
using Concord.Abuse.Tests.People;
using Concord.Support;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Surface = Concord.Abuse.Tests.Contract.Surface;

namespace Concord.Abuse.Tests;

/// <summary>Each RPC of the protobuf files, through the gateway: as the REST operations, whatever is asked and by whom.</summary>
public sealed class RpcTests(AbusePlatform platform)
{
    private static readonly Dictionary<string, (string Collection, string[] Without)> s_rows = new()
    {
        ["concord.designation.v1.DesignationService.GetProcess"] = ("processes", ["administrator", "auditor", Crowd.Witness]),
        ["concord.designation.v1.DesignationService.GetHeadOfMission"] = ("processes", ["administrator", "auditor", Crowd.Witness]),
        ["concord.partners.v1.PartnersService.GetOrganization"] = ("organizations", []),
        ["concord.roster.v1.RosterService.GetProfile"] = ("profiles", ["administrator", "auditor", "monitor", Crowd.Witness]),
    };

    [Fact]
    public void Every_rpc_has_a_row_and_no_row_is_left_over() => Assert.Equal(s_rows.Keys.Order(StringComparer.Ordinal), Surface.Rpcs.Select(r => r.FullName));

    [Fact, Abuse(9)]
    public Task No_rpc_takes_a_token_that_is_none() => EveryAsync("forged token", async (rpc, _) =>
    {
        var good = await platform.Crowd.TokenAsync("lead-mediator.made");
        var forged = (await Forgery.OfAsync(platform.Address, good)).Unsigned().Where(t => !t.Value.Contains('\n', StringComparison.Ordinal)).ToDictionary();
        if (platform.KeyDirectory is { } keys)
        {
            forged = forged.Concat((await Forgery.OfAsync(platform.Address, good)).Signed(keys).Wrong).ToDictionary();
        }

        forged["none"] = "";
        foreach (var (what, token) in forged)
        {
            Assert.True(StatusCode.Unauthenticated == (await AskAsync(rpc, $"x/{Guid.NewGuid()}", token)).Status, what);
        }

        return $"Unauthenticated, {forged.Count} kinds";
    });

    [Fact, Abuse(1), Abuse(2), Abuse(3)]
    public Task An_rpc_answers_for_what_is_hidden_as_for_what_was_never_there() => EveryAsync("another's id in the body", async (rpc, row) =>
    {
        if (!platform.World.HiddenNames.TryGetValue(row.Collection, out var hidden))
        {
            return Case.NotFor("nothing of this kind is hidden");
        }

        foreach (var person in (string[])["igad.officer", Crowd.Low, .. row.Collection == "processes" ? [Crowd.Cleared] : Array.Empty<string>()])
        {
            var token = await platform.Crowd.TokenAsync(person);
            var (there, never) = (await AskAsync(rpc, hidden, token), await AskAsync(rpc, $"{row.Collection}/{Guid.NewGuid()}", token));
            Assert.Equal(StatusCode.NotFound, there.Status);
            Assert.Equal(Rows.Row.Uuids().Replace(never.Said, "-"), Rows.Row.Uuids().Replace(there.Said, "-"));
        }

        return "NotFound";
    });

    [Fact]
    public Task A_role_without_the_permission_is_refused_by_every_rpc() => EveryAsync("role without the permission", async (rpc, row) =>
    {
        foreach (var person in row.Without)
        {
            Assert.Equal(StatusCode.PermissionDenied, (await AskAsync(rpc, $"{row.Collection}/{Guid.NewGuid()}", await platform.Crowd.TokenAsync(person))).Status);
        }

        return row.Without.Length == 0 ? Case.NotFor("open to every signed-in caller") : "PermissionDenied";
    });

    [Fact, Abuse(23)]
    public Task What_is_no_message_or_too_large_is_refused_by_every_rpc() => EveryAsync("malformed, deep, huge", async (rpc, row) =>
    {
        var token = await platform.Crowd.TokenAsync("igad.officer");
        foreach (var name in (string[])["", "x", $"{row.Collection}/", $"{row.Collection}/{Guid.NewGuid()}/", "\0", $"{row.Collection}/../x", new string('x', 100_000)])
        {
            Assert.Equal(StatusCode.InvalidArgument, (await AskAsync(rpc, name, token)).Status);
        }

        Assert.NotEqual(StatusCode.OK, (await AskAsync(rpc, [0xFF, 0xFF, 0xFF], token)).Status);
        var huge = await AskAsync(rpc, new string('x', 5 * 1024 * 1024), token);
        Assert.True(huge.Status == StatusCode.ResourceExhausted, $"{huge.Status}: {huge.Said}");
        return "InvalidArgument, ResourceExhausted";
    });

    private async Task EveryAsync(string name, Func<MethodDescriptor, (string Collection, string[] Without), Task<string>> attack)
    {
        Assert.SkipWhen(platform.GrpcAddress is null, "CONCORD_GRPC does not name the platform's address for gRPC.");
        foreach (var rpc in Surface.Rpcs)
        {
            platform.Report.Tell(rpc.FullName, name, "FAILED");
            platform.Report.Tell(rpc.FullName, name, await attack(rpc, s_rows[rpc.FullName]));
        }
    }

    private Task<(StatusCode Status, string Said)> AskAsync(MethodDescriptor rpc, string name, string token)
    {
        var message = (IMessage)Activator.CreateInstance(rpc.InputType.ClrType)!;
        rpc.InputType.FindFieldByName("name").Accessor.SetValue(message, name);
        return AskAsync(rpc, message.ToByteArray(), token);
    }

    private async Task<(StatusCode Status, string Said)> AskAsync(MethodDescriptor rpc, byte[] message, string token)
    {
        using var channel = GrpcChannel.ForAddress(platform.GrpcAddress!, new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
        var bytes = Marshallers.Create(b => b, b => b);
        var method = new Method<byte[], byte[]>(MethodType.Unary, rpc.Service.FullName, rpc.Name, bytes, bytes);
        try
        {
            var headers = new Metadata();
            if (token.Length > 0)
            {
                headers.Add("Authorization", $"Bearer {token}");
            }

            await channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(headers), message);
            return (StatusCode.OK, "");
        }
        catch (RpcException e)
        {
            return (e.StatusCode, e.Status.Detail);
        }
    }
}
