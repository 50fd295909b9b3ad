using System.Net;
using Concord.Distributed;
using Concord.Support;
using Concord.Support.LeadHistories;

namespace Concord.LeadBench;

/// <summary>Proposals and approvals as people send them, through the gateway.</summary>
internal sealed class Acts(DemonstrationPeople people)
{
    public static async Task<Acts> SignInAsync(DistributedPlatform platform)
    {
        var signIns = SignIn.Read(platform.SignInFile);
        var clients = new Dictionary<string, HttpClient>();
        foreach (var email in DemonstrationPeople.All)
        {
            clients[email] = SignIn.Client(platform.Address, await SignIn.TokenAsync(platform.Address, signIns, email));
        }

        return new Acts(new DemonstrationPeople(email => clients[email]));
    }

    public Task<string> OpenAsync() => people.OpenProcessAsync();

    public async Task<IReadOnlyList<string>> OpenAsync(int count)
    {
        var opened = new string[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) => opened[i] = await OpenAsync());
        return opened;
    }

    /// <returns>Path of the proposal.</returns>
    public async Task<string> ProposeAsync(string process, long epoch = 0) => (await people.Proposer().PostAsync(epoch == 0 ? $"{process}/lead:designate" : $"{process}/lead:handOver", Body(epoch)))
        .Is(HttpStatusCode.Created).Location!.ToString();

    public async Task<bool> ApproveAsync(string proposal) => (await people.Approver().PostAsync($"{proposal}:approve", body: null)).Status switch
    {
        HttpStatusCode.OK => true,
        HttpStatusCode.Conflict => false,
        var status => throw new InvalidOperationException($"{(int)status}"),
    };

    /// <summary>Reads, proposes a change and has it approved, as one who works on the process does.</summary>
    public async Task<bool> ChangeAsync(string process)
    {
        var epoch = (long)(await people.Reader().ReadAsync($"{process}/lead")).Is(HttpStatusCode.OK)["leadEpoch"];
        var proposed = await people.Proposer().PostAsync(epoch == 0 ? $"{process}/lead:designate" : $"{process}/lead:handOver", Body(epoch));
        return proposed.Status == HttpStatusCode.Created && await ApproveAsync(proposed.Location!.ToString());
    }

    private object Body(long epoch)
    {
        var lead = new { organizations = new[] { people.Organizations[(int)(epoch % people.Organizations.Count)] }, model = "LEAD_WITH_SUPPORT", singleCandidateReason = "No other organization offered.", reason = "best placed" };
        return epoch == 0 ? new { leadEpoch = epoch, lead } : new { leadEpoch = epoch, lead, handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" } };
    }
}
