using System.Text.RegularExpressions;
using System.Xml.Linq;
using Concord.Platform.Hosting;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Architecture.Tests;

/// <summary>The hard boundary is the one between services.</summary>
public sealed partial class BoundaryTests
{
    public static TheoryData<string> Services => [.. Repository.Services];

    [Theory, MemberData(nameof(Services))]
    public void A_service_project_references_only_the_platform(string service)
    {
        var project = XDocument.Load(Repository.PathOf("services", service, $"{service}.csproj"));
        Assert.Equal(["Platform"], References(project));
    }

    [Fact]
    public void The_platform_references_only_the_contracts_the_portal_only_the_platform_and_the_gateway_only_those_two()
    {
        Assert.Equal(["Contracts"], References(XDocument.Load(Repository.PathOf("services", "Platform", "Platform.csproj"))));
        Assert.Equal(["Platform"], References(XDocument.Load(Repository.PathOf("gateway", "Portal", "Portal.csproj"))));
        Assert.Equal(["Platform", "Portal"], References(XDocument.Load(Repository.PathOf("gateway", "Gateway", "Gateway.csproj"))));
    }

    [Theory, MemberData(nameof(Services))]
    public void A_service_assembly_knows_no_other_service_and_no_broker(string service)
    {
        var referenced = ServiceCatalogue.AssemblyOf(service).GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.Empty(referenced.Intersect(Repository.Services.Except([service]).Append("Gateway").Append("Embedded").Select(s => $"Concord.{s}")));
        Assert.DoesNotContain(referenced, r => r.StartsWith("MassTransit", StringComparison.Ordinal) || r.StartsWith("RabbitMQ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_portal_takes_words_and_addresses_of_the_platform_and_no_store_no_broker_no_service()
    {
        var referenced = ServiceCatalogue.AssemblyOf("Portal").GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.DoesNotContain(referenced, r => r.StartsWith("MassTransit", StringComparison.Ordinal) || r.StartsWith("RabbitMQ", StringComparison.Ordinal)
            || r.StartsWith("Grpc", StringComparison.Ordinal) || r.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.Empty(referenced.Intersect(Repository.Services.Append("Gateway").Append("Embedded").Select(s => $"Concord.{s}")));
    }

    [Theory, MemberData(nameof(Services))]
    public void Only_the_module_and_the_database_are_public(string service)
    {
        var surface = ServiceCatalogue.AssemblyOf(service).GetExportedTypes().Where(t => t.Namespace?.Contains(".Migrations.", StringComparison.Ordinal) != true).ToList();
        Assert.Single(surface, t => typeof(IServiceModule).IsAssignableFrom(t));
        Assert.Single(surface, t => typeof(DbContext).IsAssignableFrom(t));
        Assert.DoesNotContain(surface, t => !typeof(IServiceModule).IsAssignableFrom(t) && !typeof(DbContext).IsAssignableFrom(t) && t.Name != "Program");
    }

    [Fact]
    public void Transactions_and_bulk_changes_are_the_platform_s_alone()
    {
        // Mails are claimed as the relay claims facts: rows that are machinery, of which the audit chain tells nothing either way.
        const string mails = "/services/Identity/Mail/MailSender.cs";
        var services = Repository.SourceFiles("services").Where(f => !f.Contains("/services/Platform/", StringComparison.Ordinal) && !f.EndsWith(mails, StringComparison.Ordinal));
        Assert.DoesNotContain(services, f => BypassesTheStore().IsMatch(File.ReadAllText(f)));
    }

    [Fact]
    public void Nothing_is_left_unfinished_or_tied_to_one_machine()
    {
        // Spelled in halves, so that this file does not find itself.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "/wo" + "rk/", "nuget" + ".org", "npmjs" + ".org", "debian" + ".org"];
        var offenders = Repository.SourceFiles().Concat(Directory.EnumerateFiles(Repository.Root, "*.*").Where(f => Path.GetExtension(f) is ".md" or ".props" or ".yml" or ".json"))
            .Concat(Directory.EnumerateFiles(Repository.PathOf("tests"), "*.sh"))
            .SelectMany(f => marks.Where(m => File.ReadAllText(f).Contains(m, StringComparison.Ordinal)).Select(m => $"{m} in {f}"));
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_source_file_outgrows_one_idea() =>
        Assert.DoesNotContain(Repository.SourceFiles(), f => File.ReadLines(f).Count() > 350);

    private static List<string> References(XDocument project) =>
        [.. project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))];

    [GeneratedRegex(@"\.BeginTransaction|\.ExecuteUpdate|\.ExecuteDelete|\.ExecuteSql|FromSql|\.SaveChanges\(")]
    private static partial Regex BypassesTheStore();
}
