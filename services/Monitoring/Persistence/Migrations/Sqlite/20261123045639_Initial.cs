using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Monitoring.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ShortTitle = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Process = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProcessClassification = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PaxId = table.Column<int>(type: "INTEGER", nullable: true),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GraphRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CompletedRequests",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    CompleteTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StatusCode = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Location = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ETag = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompletedRequests", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReceiveTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => new { x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                    Time = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DueTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "ProcessLeads",
                columns: table => new
                {
                    Process = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedEpoch = table.Column<long>(type: "INTEGER", nullable: false),
                    Organizations = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    StartTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Heard = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessLeads", x => x.Process);
                });

            migrationBuilder.CreateTable(
                name: "AgreementAnchors",
                columns: table => new
                {
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OccurredReport = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    OccurredSegment = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementAnchors", x => new { x.Agreement, x.Key });
                    table.ForeignKey(
                        name: "FK_AgreementAnchors_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementChapters",
                columns: table => new
                {
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementChapters", x => new { x.Agreement, x.Number });
                    table.ForeignKey(
                        name: "FK_AgreementChapters_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementParties",
                columns: table => new
                {
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementParties", x => new { x.Agreement, x.Key });
                    table.ForeignKey(
                        name: "FK_AgreementParties_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Provisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Clause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Chapter = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Beneficiaries = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    VerificationMethod = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Monitor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    GenderRelevant = table.Column<bool>(type: "INTEGER", nullable: false),
                    VulnerableGroupRelevant = table.Column<bool>(type: "INTEGER", nullable: false),
                    Segment = table.Column<int>(type: "INTEGER", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Provisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Provisions_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadLog",
                columns: table => new
                {
                    Process = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    Organizations = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Time = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RecordTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadLog", x => new { x.Process, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_LeadLog_ProcessLeads_Process",
                        column: x => x.Process,
                        principalTable: "ProcessLeads",
                        principalColumn: "Process",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnchorChanges",
                columns: table => new
                {
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Anchor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NewDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Segment = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnchorChanges", x => new { x.Agreement, x.Anchor, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_AnchorChanges_AgreementAnchors_Agreement_Anchor",
                        columns: x => new { x.Agreement, x.Anchor },
                        principalTable: "AgreementAnchors",
                        principalColumns: new[] { "Agreement", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provision = table.Column<Guid>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Initiated = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reversal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReportTitle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ReportDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Segment = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Assessor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AssessorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AssessorOrganization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetractTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetractReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RetractedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_Provisions_Provision",
                        column: x => x.Provision,
                        principalTable: "Provisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provision = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DurationDays = table.Column<int>(type: "INTEGER", nullable: false),
                    KeyMilestone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Deadline_Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deadline_Anchor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Deadline_Months = table.Column<int>(type: "INTEGER", nullable: true),
                    Deadline_Days = table.Column<int>(type: "INTEGER", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Milestones_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Milestones_Provisions_Provision",
                        column: x => x.Provision,
                        principalTable: "Provisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProvisionParties",
                columns: table => new
                {
                    Provision = table.Column<Guid>(type: "TEXT", nullable: false),
                    Party = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvisionParties", x => new { x.Provision, x.Party });
                    table.ForeignKey(
                        name: "FK_ProvisionParties_Provisions_Provision",
                        column: x => x.Provision,
                        principalTable: "Provisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MilestoneEntries",
                columns: table => new
                {
                    Milestone = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NewDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Segment = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ByOrganization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    RecordTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MilestoneEntries", x => new { x.Milestone, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_MilestoneEntries_Milestones_Milestone",
                        column: x => x.Milestone,
                        principalTable: "Milestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MilestonePredecessors",
                columns: table => new
                {
                    Milestone = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<Guid>(type: "TEXT", nullable: false),
                    LagDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MilestonePredecessors", x => new { x.Milestone, x.Before });
                    table.ForeignKey(
                        name: "FK_MilestonePredecessors_Milestones_Before",
                        column: x => x.Before,
                        principalTable: "Milestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MilestonePredecessors_Milestones_Milestone",
                        column: x => x.Milestone,
                        principalTable: "Milestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_CreateTime_Id",
                table: "Agreements",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_Process",
                table: "Agreements",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Agreement_CreateTime_Id",
                table: "Assessments",
                columns: new[] { "Agreement", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Provision_AsOf_CreateTime_Id",
                table: "Assessments",
                columns: new[] { "Provision", "AsOf", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CompletedRequests_CompleteTime",
                table: "CompletedRequests",
                column: "CompleteTime");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_ReceiveTime",
                table: "Inbox",
                column: "ReceiveTime");

            migrationBuilder.CreateIndex(
                name: "IX_MilestonePredecessors_Before",
                table: "MilestonePredecessors",
                column: "Before");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_Agreement_Key",
                table: "Milestones",
                columns: new[] { "Agreement", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_Provision",
                table: "Milestones",
                column: "Provision");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Id",
                table: "Outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_SentTime_DueTime",
                table: "Outbox",
                columns: new[] { "SentTime", "DueTime" });

            migrationBuilder.CreateIndex(
                name: "IX_Provisions_Agreement_Clause",
                table: "Provisions",
                columns: new[] { "Agreement", "Clause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Provisions_Agreement_CreateTime_Id",
                table: "Provisions",
                columns: new[] { "Agreement", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementChapters");

            migrationBuilder.DropTable(
                name: "AgreementParties");

            migrationBuilder.DropTable(
                name: "AnchorChanges");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "CompletedRequests");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "LeadLog");

            migrationBuilder.DropTable(
                name: "MilestoneEntries");

            migrationBuilder.DropTable(
                name: "MilestonePredecessors");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "ProvisionParties");

            migrationBuilder.DropTable(
                name: "AgreementAnchors");

            migrationBuilder.DropTable(
                name: "ProcessLeads");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "Provisions");

            migrationBuilder.DropTable(
                name: "Agreements");
        }
    }
}
