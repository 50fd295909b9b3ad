using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Persistence;
using Concord.Monitoring.Translations;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Import;

/// <summary>The South Sudan agreement of 2018 with what monitoring reports say of it, coded by the project. Loaded whole or not at all; a second load changes nothing.</summary>
internal sealed class RArcssDemonstration(MonitoringDb db, TimeProvider time) : IDemonstration
{
    private static readonly string[] Languages = ["ar", "fr"];

    public static AgreementId Id { get; } = new(WellKnown.Id("agreement", "r-arcss"));

    public static string Process { get; } = $"processes/{WellKnown.Id("process", "south-sudan-rarcss")}";

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.Agreements.AnyAsync(a => a.Id == Id, cancellationToken))
        {
            return;
        }

        var imported = new AgreementImport(ReadFile(), time.Now()).Build(Process, Classification.Unclassified);
        db.Add(imported.Agreement);
        db.AddRange(imported.Provisions);
        db.AddRange(imported.Milestones);
        db.AddRange(imported.Assessments);
        db.AddRange(Languages.Select(l => imported.Translate(ReadTranslation(l), time.Now())));
        await db.SaveChangesAsync(cancellationToken);
    }

    internal static EncodedAgreement ReadFile()
    {
        using var file = Open("r-arcss.json");
        return EncodedAgreement.Read(file);
    }

    private static NewTranslation ReadTranslation(string language)
    {
        using var file = Open($"r-arcss.{language}.json");
        return EncodedAgreement.ReadTranslation(file);
    }

    private static Stream Open(string file) =>
        typeof(RArcssDemonstration).Assembly.GetManifestResourceStream($"Concord.Monitoring.Demonstration.{file}") ?? throw new InvalidOperationException($"{file} is not in the assembly.");
}
