using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Messaging;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Tests.Notes;

internal sealed class NotesDb(DbContextOptions options) : NotesDbBase(options);

// Conventions are read from the assembly of the base, as in a real service with one derived context for each provider.
internal abstract class NotesDbBase(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Hearing> Hearings => Set<Hearing>();

    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason> { [typeof(Note)] = NotesModule.SameText };

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>().HasIndex(n => n.Text).IsUnique();
        modelBuilder.Entity<Hearing>().HasKey(h => h.Subject);
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed partial class CountHearings(NotesDbBase db, ILogger<CountHearings> logger) : IEventHandler<NoteWritten>
{
    public async Task HandleAsync(NoteWritten fact, CancellationToken cancellationToken)
    {
        if (fact.Text == "poison")
        {
            throw new InvalidOperationException("This listener cannot take it.");
        }

        var hearing = await db.Hearings.SingleOrDefaultAsync(h => h.Subject == fact.Note, cancellationToken);
        if (hearing is null)
        {
            db.Add(hearing = new Hearing { Subject = fact.Note });
        }

        hearing.Times++;
        LogHeard();
    }

    [LoggerMessage(LogLevel.Information, "Heard of a note.")]
    private partial void LogHeard();
}

/// <summary>A service with every kind of endpoint that the platform supports, and one that forgot its permission.</summary>
internal sealed class NotesModule : IServiceModule
{
    public static readonly Reason SameText = new("SAME_TEXT", Refusal.Conflict, "There is a note of this text.");
    private static readonly Permission Write = new("notes.write", "Write notes.", "writer");

    public static string Name => "notes";

    public static IReadOnlyList<Permission> Permissions => [Write];

    public static IReadOnlyList<Reason> Reasons => [SameText];

    public static readonly TestCaller Writer = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000001", "writer");

    public static Task<TestService> StartAsync(Action<WebApplicationBuilder>? configure = null, string? directory = null) =>
        TestService.StartAsync<NotesModule>(configure, directory, async services =>
        {
            await TestStore.Current.PrepareAsync(Name, services);
            await MakeTablesAsync(services);
        });

    public static async Task MakeTablesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.EnsureCreatedAsync();
    }

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<NotesDbBase>(Name, new(o => new NotesDb(o), o => new NotesDb(o), o => new NotesDb(o)));
        builder.Services.AddEventHandler<NoteWritten, CountHearings>();
        builder.Services.AddSingleton<TroubleToThrow>();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        api.MapPost("/notes", WriteAsync).Needs(Write);
        api.MapPost("/notes:secret", WriteAsync).Needs(Write).AnswersSecret();
        api.MapPost("/notes:search", () => Results.Ok()).Needs(Write).ReadsOnly();
        api.MapPost("/notes:isInMemory", (HttpRequest request) => ((FileBufferingReadStream)request.Body).InMemory).Needs(Write);
        api.MapPost("/notes:saveThenRefuse", SaveThenRefuseAsync).Needs(Write);
        api.MapGet("/notes", (NotesDbBase db, [AsParameters] PageRequest page, string? prefix, CancellationToken token) =>
            db.Notes.Where(n => prefix == null || n.Text.StartsWith(prefix)).PageAsync<Note, NoteId, string>(page, $"notes?{prefix}", n => n.Text, token)).Needs(Write);
        api.MapGet("/notes/{note}", async (NoteId note, NotesDbBase db, HttpResponse response) => response.Tagged(await FindAsync(db, note), "")).Needs(Write);
        api.MapPatch("/notes/{note}", EditAsync).Needs(Write);
        api.MapGet("/notes/{note}:refuse", async (NoteId note, NotesDbBase db) => (await FindAsync(db, note)).Text.Length < 0 ? "" : throw Fail.Because(PlatformReasons.PermissionDenied, "No.")).Needs(Write);
        api.MapGet("/forgotten", () => "nobody may read this");
        api.MapGet("/trouble", IResult (TroubleToThrow trouble) => throw trouble.Exception).Needs(Write);
        api.MapGet("/broken", IResult () => throw new InvalidOperationException("secret detail")).Needs(Write);
    }

    private static async Task<IResult> WriteAsync(NoteRequest request, NotesDbBase db, TimeProvider time, HttpResponse response, CancellationToken token)
    {
        var note = Note.Write(request.Text, time.Now(), request.Classification ?? Classification.Unclassified);
        db.Add(note);
        db.Raise(new NoteWritten(note.Id.ToString(), note.Text, 1), time.Now());
        await db.SaveChangesAsync(token);
        return TypedResults.Created($"/api/v1/{note.Id}", response.Tagged(note, new NoteAnswer(note.Id.ToString(), note.Text)));
    }

    private static async Task<IResult> SaveThenRefuseAsync(NoteRequest request, NotesDbBase db, TimeProvider time, CancellationToken token)
    {
        db.Add(Note.Write(request.Text, time.Now()));
        await db.SaveChangesAsync(token);
        throw Fail.Because(SameText, "Refused after the save.");
    }

    private static async Task<IResult> EditAsync(NoteId note, MergePatch<NoteEdit> patch, NotesDbBase db, HttpContext http, CancellationToken token)
    {
        var found = await FindAsync(db, note);
        http.Request.RequireMatch(found);
        var edit = patch.ApplyTo(new NoteEdit(found.Text, new NoteDetails(found.Colour, found.Size)));
        (found.Text, found.Colour, found.Size) = (edit.Text ?? "", edit.Details?.Colour, edit.Details?.Size);
        await db.SaveChangesAsync(token);
        return TypedResults.Ok(http.Response.Tagged(found, edit));
    }

    private static async Task<Note> FindAsync(NotesDbBase db, NoteId id) => await db.Notes.SingleOrDefaultAsync(n => n.Id == id) ?? throw Fail.NotFound(id.ToString());
}

internal sealed record NoteRequest(string? Text, Classification? Classification = null);

/// <summary>What the test wants its service to meet.</summary>
internal sealed class TroubleToThrow
{
    public Exception Exception { get; set; } = new InvalidOperationException();
}

internal sealed record NoteAnswer(string Name, string Text);
