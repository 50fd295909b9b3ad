using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Grpc;

/// <summary>Whether a request is an RPC is what its address says, never its content type: a caller could choose by that how, and whether, a refusal is answered and entered.</summary>
internal static class RpcEndpoint
{
    public static bool IsRpc(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;
}
