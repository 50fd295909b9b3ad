namespace Concord.Support.LeadHistories;

/// <summary>Where a run sends its calls: some replicas of the service, and people who may do what the calls do.</summary>
public interface ILeadPlatform
{
    /// <summary>Resource names of the organizations that claim and lead; at most 30.</summary>
    IReadOnlyList<string> Organizations { get; }

    /// <returns>Address path of a fresh process that nobody leads and that may be without a lead.</returns>
    Task<string> OpenProcessAsync();

    /// <summary>A client at any of the replicas: two calls of one person may meet two of them.</summary>
    HttpClient Reader();

    HttpClient Proposer();

    HttpClient Approver();

    /// <summary>Of the organization with that number.</summary>
    HttpClient Officer(int organization);
}
