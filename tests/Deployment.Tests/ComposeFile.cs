using Concord.Support;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Concord.Deployment.Tests;

/// <summary>docker-compose.yml as it is written, anchors resolved, variables not.</summary>
internal sealed class ComposeFile
{
    public static ComposeFile Main { get; } = Read("docker-compose.yml");

    public static ComposeFile Demo { get; } = Read("docker-compose.demo.yml");

    public Dictionary<string, Service> Services { get; init; } = [];

    public Dictionary<string, object?> Volumes { get; init; } = [];

    public Dictionary<string, Network?> Networks { get; init; } = [];

    /// <summary>The product's own programs and migrations.</summary>
    public IEnumerable<(string Name, Service Service)> Programs => Services.Where(s => s.Value.Build is not null).Select(s => (s.Key, s.Value));

    public IEnumerable<Installed> Installed() => Programs.Where(p => p.Name != Product.Certificates).Select(p => new Installed(
        p.Name.Replace("migrate-", "", StringComparison.Ordinal), p.Name.StartsWith("migrate-", StringComparison.Ordinal), p.Service.Command ?? [], p.Service.Environment,
        [.. p.Service.Volumes.Where(v => Volumes.ContainsKey(v.Split(':')[0]) && !v.EndsWith(":ro", StringComparison.Ordinal)).Select(v => v.Split(':')[1])]));

    private static ComposeFile Read(string name)
    {
        using var text = new StreamReader(Repository.PathOf(name));
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
            .Deserialize<ComposeFile>(new MergingParser(new Parser(text)));
    }

    internal sealed class Service
    {
        public string? Image { get; init; }
        public Building? Build { get; init; }
        public string? User { get; init; }
        public bool ReadOnly { get; init; }
        public bool Privileged { get; init; }
        public string? ContainerName { get; init; }
        public List<string>? Command { get; init; }
        public List<string> Tmpfs { get; init; } = [];
        public List<string> CapDrop { get; init; } = [];
        public List<string> SecurityOpt { get; init; } = [];
        public List<string> Ports { get; init; } = [];
        public List<string> Volumes { get; init; } = [];
        public List<string> Networks { get; init; } = [];
        public string? NetworkMode { get; init; }
        public Dictionary<string, string> Environment { get; init; } = [];
        public Dictionary<string, Dependency> DependsOn { get; init; } = [];
        public Dictionary<string, object>? Healthcheck { get; init; }
    }

    internal sealed class Building
    {
        public string Context { get; init; } = "";
        public Dictionary<string, string> Args { get; init; } = [];
    }

    internal sealed class Dependency
    {
        public string Condition { get; init; } = "";
    }

    internal sealed class Network
    {
        public bool Internal { get; init; }
    }
}
