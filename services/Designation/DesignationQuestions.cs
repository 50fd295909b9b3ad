using Concord.Designation.Lead;
using Concord.Designation.Missions;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Mesh;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Grpc.Core;

namespace Concord.Designation;

/// <summary>What other services ask.</summary>
internal sealed class DesignationQuestions(DesignationDb db, Caller caller) : DesignationService.DesignationServiceBase
{
    [Needs("designation.processes.read"), AskedBy("monitoring", "roster", AskedByAttribute.Gateway)]
    public override async Task<GetProcessResponse> GetProcess(GetProcessRequest request, ServerCallContext context)
    {
        var id = ResourceName.TryParse<ProcessId>(request.Name, out var parsed) ? parsed : throw Fail.Invalid("name", "Expected the form processes/{uuid}.");
        var process = await db.FindProcessAsync(id, caller, context.CancellationToken);
        var answer = new GetProcessResponse
        {
            Name = process.Id.ToString(),
            Title = process.Title,
            State = ProcessAnswers.Text(process.State),
            Classification = ProcessAnswers.Text(process.Classification),
        };
        if (await db.HolderAsync(id, context.CancellationToken) is { } holder)
        {
            answer.Lead = new V1.Lead { DisplayName = holder.DisplayName, Epoch = holder.Epoch, Organizations = { holder.Organizations } };
        }

        return answer;
    }

    [Needs("designation.missions.read"), AskedBy("monitoring", AskedByAttribute.Gateway)]
    public override async Task<GetHeadOfMissionResponse> GetHeadOfMission(GetHeadOfMissionRequest request, ServerCallContext context)
    {
        var answer = new GetHeadOfMissionResponse();
        foreach (var serving in await db.ServingAsync(request.Name, caller, context.CancellationToken))
        {
            var mission = new V1.Mission { Name = serving.Mission.Id.ToString(), Title = serving.Mission.Title, Deputies = { serving.Terms.Where(t => t.Post == MissionPost.Deputy).Select(t => t.Account) } };
            if (serving.Terms.SingleOrDefault(t => t.Post == MissionPost.HeadOfMission) is { } head)
            {
                mission.HeadOfMission = head.Account;
            }

            answer.Missions.Add(mission);
        }

        return answer;
    }
}
