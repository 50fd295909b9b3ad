using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Mediation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EntryPoint",
                table: "Processes",
                type: "nvarchar(3000)",
                maxLength: 3000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "InSituation",
                table: "Processes",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Means",
                table: "Processes",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Corrections",
                table: "LeadProposals",
                type: "nvarchar(max)",
                maxLength: 6000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "InterimUntilTime",
                table: "LeadDesignations",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Actor",
                table: "Claims",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                table: "Claims",
                type: "nvarchar(max)",
                maxLength: 40000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "From",
                table: "Claims",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Claims",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Lead");

            migrationBuilder.AddColumn<string>(
                name: "MandateTerms",
                table: "Claims",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NoMandate",
                table: "Claims",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "Claims",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SelfAssessment",
                table: "Claims",
                type: "nvarchar(max)",
                maxLength: 200000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "Claims",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    About = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Severity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    EvidenceTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "int", nullable: false),
                    DueTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EscalateTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AcknowledgeTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ResolvedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    ResolveReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ResolveTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OverTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Alerts_Processes_Subject",
                        column: x => x.Subject,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssemblyTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 150000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssemblyTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssemblyTexts_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    By = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Retraction = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    Retracted = table.Column<bool>(type: "bit", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attempts_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CandidateStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Criterion = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CandidateStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CandidateStatements_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunicationsPlans",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 250000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunicationsPlans", x => new { x.Process, x.Document });
                    table.ForeignKey(
                        name: "FK_CommunicationsPlans_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConductCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    AdoptedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConductCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConductCodes_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    DeadlineTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CloseTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    AnswerTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consultations_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Situation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Parties = table.Column<string>(type: "nvarchar(max)", maxLength: 200000, nullable: false),
                    ThirdParties = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    PartyKeys = table.Column<string>(type: "nvarchar(2011)", maxLength: 2011, nullable: false),
                    UnfavourableKeys = table.Column<string>(type: "nvarchar(2011)", maxLength: 2011, nullable: false),
                    ThirdPartyKeys = table.Column<string>(type: "nvarchar(max)", maxLength: 4021, nullable: false),
                    When = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Earliest = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Latest = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Where = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Topics = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    CoordinatedWithLead = table.Column<bool>(type: "bit", nullable: false),
                    Vouched = table.Column<bool>(type: "bit", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Reliability = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Exposure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Exposed = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Corrects = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CorrectedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CloseReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    CloseTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ImportKey = table.Column<string>(type: "nvarchar(240)", maxLength: 240, nullable: true),
                    ImportDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contacts_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilMissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Objective = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Coordination = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Members = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilMissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouncilMissions_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilSummaries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Corrects = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sections = table.Column<string>(type: "nvarchar(max)", maxLength: 42000, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DraftedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    EditedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Writers = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: false),
                    IssuedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    IssueTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilSummaries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouncilSummaries_CouncilSummaries_Corrects",
                        column: x => x.Corrects,
                        principalTable: "CouncilSummaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CouncilSummaries_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Party = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    FormedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 800000, nullable: true),
                    Step = table.Column<string>(type: "nvarchar(max)", maxLength: 300000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentRevisions_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlyEngagements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 750000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlyEngagements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlyEngagements_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Endorsements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Organ = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OrganName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Scope = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Documents = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false),
                    RequestedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Symbol = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    GrantProposedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    GrantApprovedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    GrantTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Clarification = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ClarifiedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    ClarifyTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CloseReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Endorsements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Endorsements_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Engagements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Phases = table.Column<string>(type: "nvarchar(max)", maxLength: 6000000, nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(max)", maxLength: 6000000, nullable: false),
                    Risks = table.Column<string>(type: "nvarchar(max)", maxLength: 6000000, nullable: false),
                    LegalChecks = table.Column<string>(type: "nvarchar(max)", maxLength: 6000000, nullable: false),
                    Gestures = table.Column<string>(type: "nvarchar(max)", maxLength: 6000000, nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Versions = table.Column<string>(type: "nvarchar(max)", maxLength: 6000000, nullable: false),
                    Steps = table.Column<string>(type: "nvarchar(max)", maxLength: 6000000, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Engagements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Engagements_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExclusionFlags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 30000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExclusionFlags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExclusionFlags_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Record = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Delegation = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Accepted = table.Column<bool>(type: "bit", nullable: true),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUps_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrameworkAgreements",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InitialledRevision = table.Column<int>(type: "int", nullable: true),
                    SignedRevision = table.Column<int>(type: "int", nullable: true),
                    InitialledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 260000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkAgreements", x => new { x.Process, x.Document });
                    table.ForeignKey(
                        name: "FK_FrameworkAgreements_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Friends",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: false),
                    ChosenBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    ExceptionReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Friends", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Friends_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FundamentalStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fundamental = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Retraction = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    Retracted = table.Column<bool>(type: "bit", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FundamentalStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FundamentalStatements_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InclusionPlans",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 800000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedRevision = table.Column<int>(type: "int", nullable: true),
                    ApproveTime = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InclusionPlans", x => new { x.Process, x.Document });
                    table.ForeignKey(
                        name: "FK_InclusionPlans_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InformalTracks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 45000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformalTracks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InformalTracks_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Designation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FormerStartTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FormerEndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StartTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ProposedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    ApprovedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadCorrections_LeadDesignations_Designation",
                        column: x => x.Designation,
                        principalTable: "LeadDesignations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeadCorrections_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadFences",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Epoch = table.Column<long>(type: "bigint", nullable: false),
                    ActTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadFences", x => x.Process);
                    table.ForeignKey(
                        name: "FK_LeadFences_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadRationales",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Epoch = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Criteria = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadRationales", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadRationales_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Organ = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ExpireOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RenewTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Documents = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false),
                    RegisteredBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mandates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mandates_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Author = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AuthorDisplayName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Parties = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    JointlyExplored = table.Column<bool>(type: "bit", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    End = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    Retracted = table.Column<bool>(type: "bit", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measures_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MediatorRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Entry = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Party = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Documents = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    ClosedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    CloseTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediatorRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MediatorRequests_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Missions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Countries = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    MandateOrgan = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MandateReference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    MandateExpireOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CloseTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CloseReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Missions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NegotiatingTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    NothingIsAgreedUntilEverythingIsAgreed = table.Column<bool>(type: "bit", nullable: false),
                    Team = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    TeamEpoch = table.Column<long>(type: "bigint", nullable: false),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    PresentedNumber = table.Column<int>(type: "int", nullable: true),
                    AgreedNumber = table.Column<int>(type: "int", nullable: true),
                    AgreeTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    BegunBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NegotiatingTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NegotiatingTexts_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoLeadDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Disagreed = table.Column<string>(type: "nvarchar(max)", maxLength: 300000, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Next = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoLeadDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoLeadDecisions_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Party = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    RaisedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    AnswerText = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    AnswerTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    WithdrawTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Parties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fields = table.Column<string>(type: "nvarchar(max)", maxLength: 70000, nullable: false),
                    NameKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    MergedInto = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Parties_Parties_MergedInto",
                        column: x => x.MergedInto,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Parties_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartyAcceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Party = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Position = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyAcceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyAcceptances_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PreConsultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 60000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreConsultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreConsultations_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RipenessFactors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Retraction = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RipenessFactors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RipenessFactors_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Situations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Countries = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Keeper = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Situations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SituationWatches",
                columns: table => new
                {
                    Situation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OwnWindowDays = table.Column<int>(type: "int", nullable: true),
                    OwnMinimumTracks = table.Column<int>(type: "int", nullable: true),
                    Edits = table.Column<long>(type: "bigint", nullable: false),
                    Examinations = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SituationWatches", x => x.Situation);
                });

            migrationBuilder.CreateTable(
                name: "Strategies",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedRevision = table.Column<int>(type: "int", nullable: true),
                    ApproveTime = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Strategies", x => new { x.Process, x.Document });
                    table.ForeignKey(
                        name: "FK_Strategies_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalkSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 60000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkSessions_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrackFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Situation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PartyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PartyLabel = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: 1000000, nullable: false),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackFindings_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "nvarchar(max)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingOffers_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConductAcceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AcceptedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConductAcceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConductAcceptances_ConductCodes_Code",
                        column: x => x.Code,
                        principalTable: "ConductCodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConductAcceptances_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationInvitations",
                columns: table => new
                {
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationInvitations", x => new { x.ConsultationId, x.Organization });
                    table.ForeignKey(
                        name: "FK_ConsultationInvitations_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationPositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Consultation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Stance = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    About = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Reasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ShowToOthers = table.Column<bool>(type: "bit", nullable: false),
                    SupersedeTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GivenBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationPositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsultationPositions_Consultations_Consultation",
                        column: x => x.Consultation,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilRecommendations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mission = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilRecommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouncilRecommendations_CouncilMissions_Mission",
                        column: x => x.Mission,
                        principalTable: "CouncilMissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CouncilRecommendations_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DelegationMembers",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Delegation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Current = table.Column<bool>(type: "bit", nullable: false),
                    Spells = table.Column<string>(type: "nvarchar(max)", maxLength: 300000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DelegationMembers", x => new { x.Process, x.Account });
                    table.ForeignKey(
                        name: "FK_DelegationMembers_Delegations_Delegation",
                        column: x => x.Delegation,
                        principalTable: "Delegations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EngagementCircles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EngagementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    NamedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    NameTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EngagementCircles", x => new { x.EngagementId, x.Id });
                    table.ForeignKey(
                        name: "FK_EngagementCircles_Engagements_EngagementId",
                        column: x => x.EngagementId,
                        principalTable: "Engagements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FriendFunctions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    FriendId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Function = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GivenBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    StartTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FriendFunctions", x => new { x.FriendId, x.Number });
                    table.ForeignKey(
                        name: "FK_FriendFunctions_Friends_FriendId",
                        column: x => x.FriendId,
                        principalTable: "Friends",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FriendNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Friend = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Criterion = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    RepliesTo = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: true),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FriendNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FriendNotes_FriendNotes_RepliesTo",
                        column: x => x.RepliesTo,
                        principalTable: "FriendNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FriendNotes_Friends_Friend",
                        column: x => x.Friend,
                        principalTable: "Friends",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FriendNotes_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MandateRenewals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mandate = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiredOnBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpireOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Documents = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false),
                    RegisteredBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MandateRenewals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MandateRenewals_Mandates_Mandate",
                        column: x => x.Mandate,
                        principalTable: "Mandates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissionServedRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mission = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Record = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissionServedRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissionServedRecords_Missions_Mission",
                        column: x => x.Mission,
                        principalTable: "Missions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissionTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mission = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Post = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AppointedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    StartTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissionTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissionTerms_Missions_Mission",
                        column: x => x.Mission,
                        principalTable: "Missions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TextComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Delegation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TextVersion = table.Column<int>(type: "int", nullable: false),
                    Article = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TextComments_Delegations_Delegation",
                        column: x => x.Delegation,
                        principalTable: "Delegations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TextComments_NegotiatingTexts_Text",
                        column: x => x.Text,
                        principalTable: "NegotiatingTexts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TextVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Articles = table.Column<string>(type: "nvarchar(max)", maxLength: 1700000, nullable: false),
                    WrittenBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    PresentTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TextVersions_NegotiatingTexts_Text",
                        column: x => x.Text,
                        principalTable: "NegotiatingTexts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActorFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Party = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Relation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    To = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Counterpart = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Listing = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    End = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    Retracted = table.Column<bool>(type: "bit", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActorFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActorFacts_Parties_Party",
                        column: x => x.Party,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActorFacts_Parties_To",
                        column: x => x.To,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActorFacts_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Party = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Scope = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReportedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Withdrawal = table.Column<string>(type: "nvarchar(max)", maxLength: 22000, nullable: true),
                    Retraction = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    Retracted = table.Column<bool>(type: "bit", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Parties_Party",
                        column: x => x.Party,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartyVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Party = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fields = table.Column<string>(type: "nvarchar(max)", maxLength: 70000, nullable: false),
                    MergedInto = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyVersions_Parties_MergedInto",
                        column: x => x.MergedInto,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartyVersions_Parties_Party",
                        column: x => x.Party,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartyVersions_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Spoilers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Party = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Judgement = table.Column<string>(type: "nvarchar(max)", maxLength: 110000, nullable: false),
                    Reviews = table.Column<string>(type: "nvarchar(max)", maxLength: 3000000, nullable: false),
                    Strategy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    End = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Spoilers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Spoilers_Parties_Party",
                        column: x => x.Party,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Spoilers_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegionalLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromProcess = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FromSituation = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ToProcess = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ToSituation = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    End = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegionalLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegionalLinks_Processes_FromProcess",
                        column: x => x.FromProcess,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegionalLinks_Processes_ToProcess",
                        column: x => x.ToProcess,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegionalLinks_Situations_FromSituation",
                        column: x => x.FromSituation,
                        principalTable: "Situations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegionalLinks_Situations_ToSituation",
                        column: x => x.ToSituation,
                        principalTable: "Situations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrackFindingChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Finding = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FindingVersion = table.Column<long>(type: "bigint", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: 1000000, nullable: false),
                    AddedContacts = table.Column<string>(type: "nvarchar(max)", maxLength: 1000000, nullable: false),
                    GoneContacts = table.Column<string>(type: "nvarchar(max)", maxLength: 1000000, nullable: false),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackFindingChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackFindingChanges_TrackFindings_Finding",
                        column: x => x.Finding,
                        principalTable: "TrackFindings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilFollowUps",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Time = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilFollowUps", x => new { x.RecommendationId, x.Number });
                    table.ForeignKey(
                        name: "FK_CouncilFollowUps_CouncilRecommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "CouncilRecommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Processes_InSituation",
                table: "Processes",
                column: "InSituation");

            migrationBuilder.CreateIndex(
                name: "IX_ActorFacts_Party",
                table: "ActorFacts",
                column: "Party");

            migrationBuilder.CreateIndex(
                name: "IX_ActorFacts_Process_CreateTime_Id",
                table: "ActorFacts",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActorFacts_To",
                table: "ActorFacts",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CreateTime_Id",
                table: "Alerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_DueTime",
                table: "Alerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Key",
                table: "Alerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_OverTime_Kind",
                table: "Alerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Subject",
                table: "Alerts",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_AssemblyTexts_Process_CreateTime_Id",
                table: "AssemblyTexts",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_Process_CreateTime_Id",
                table: "Attempts",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CandidateStatements_Process_CreateTime_Id",
                table: "CandidateStatements",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConductAcceptances_Code_Organization",
                table: "ConductAcceptances",
                columns: new[] { "Code", "Organization" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConductAcceptances_Process",
                table: "ConductAcceptances",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_ConductCodes_Process_CreateTime_Id",
                table: "ConductCodes",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConductCodes_Process_Number",
                table: "ConductCodes",
                columns: new[] { "Process", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consents_Party",
                table: "Consents",
                column: "Party");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_Process_CreateTime_Id",
                table: "Consents",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationPositions_Consultation_CreateTime_Id",
                table: "ConsultationPositions",
                columns: new[] { "Consultation", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationPositions_Consultation_Organization_Revision",
                table: "ConsultationPositions",
                columns: new[] { "Consultation", "Organization", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Process_CreateTime_Id",
                table: "Consultations",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Process_CreateTime_Id",
                table: "Contacts",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Process_Organization_ImportKey",
                table: "Contacts",
                columns: new[] { "Process", "Organization", "ImportKey" },
                unique: true,
                filter: "[ImportKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Situation_State",
                table: "Contacts",
                columns: new[] { "Situation", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilMissions_Process_CreateTime_Id",
                table: "CouncilMissions",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilRecommendations_Mission_CreateTime_Id",
                table: "CouncilRecommendations",
                columns: new[] { "Mission", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilRecommendations_Process",
                table: "CouncilRecommendations",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilRecommendations_Status_CreateTime_Id",
                table: "CouncilRecommendations",
                columns: new[] { "Status", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilSummaries_Corrects",
                table: "CouncilSummaries",
                column: "Corrects");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilSummaries_Process_CreateTime_Id",
                table: "CouncilSummaries",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DelegationMembers_Delegation",
                table: "DelegationMembers",
                column: "Delegation");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Process_CreateTime_Id",
                table: "Delegations",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRevisions_Process_Document_CreateTime_Id",
                table: "DocumentRevisions",
                columns: new[] { "Process", "Document", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EarlyEngagements_Process_CreateTime_Id",
                table: "EarlyEngagements",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_Process_CreateTime_Id",
                table: "Endorsements",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementCircles_Account",
                table: "EngagementCircles",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_Process_CreateTime_Id",
                table: "Engagements",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_State_ReviewOn",
                table: "Engagements",
                columns: new[] { "State", "ReviewOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ExclusionFlags_Process_CreateTime_Id",
                table: "ExclusionFlags",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Process",
                table: "FollowUps",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Record_CreateTime_Id",
                table: "FollowUps",
                columns: new[] { "Record", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FriendNotes_Friend_CreateTime_Id",
                table: "FriendNotes",
                columns: new[] { "Friend", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FriendNotes_Process",
                table: "FriendNotes",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_FriendNotes_RepliesTo",
                table: "FriendNotes",
                column: "RepliesTo");

            migrationBuilder.CreateIndex(
                name: "IX_Friends_Process_CreateTime_Id",
                table: "Friends",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Friends_Process_Number",
                table: "Friends",
                columns: new[] { "Process", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FundamentalStatements_Process_CreateTime_Id",
                table: "FundamentalStatements",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InformalTracks_Process_CreateTime_Id",
                table: "InformalTracks",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LeadCorrections_Designation",
                table: "LeadCorrections",
                column: "Designation");

            migrationBuilder.CreateIndex(
                name: "IX_LeadCorrections_Process_CreateTime_Id",
                table: "LeadCorrections",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LeadRationales_Process_CreateTime_Id",
                table: "LeadRationales",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MandateRenewals_Mandate_CreateTime_Id",
                table: "MandateRenewals",
                columns: new[] { "Mandate", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_ExpireOn",
                table: "Mandates",
                column: "ExpireOn");

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_Process_CreateTime_Id",
                table: "Mandates",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_Process_CreateTime_Id",
                table: "Measures",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MediatorRequests_Process_CreateTime_Id",
                table: "MediatorRequests",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Missions_CreateTime_Id",
                table: "Missions",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MissionServedRecords_Mission_CreateTime_Id",
                table: "MissionServedRecords",
                columns: new[] { "Mission", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MissionServedRecords_Record_Mission",
                table: "MissionServedRecords",
                columns: new[] { "Record", "Mission" });

            migrationBuilder.CreateIndex(
                name: "IX_MissionTerms_Account",
                table: "MissionTerms",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_MissionTerms_Mission_CreateTime_Id",
                table: "MissionTerms",
                columns: new[] { "Mission", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NegotiatingTexts_Process_CreateTime_Id",
                table: "NegotiatingTexts",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NoLeadDecisions_Process_CreateTime_Id",
                table: "NoLeadDecisions",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Process_CreateTime_Id",
                table: "Objections",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_MergedInto",
                table: "Parties",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Process_CreateTime_Id",
                table: "Parties",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Process_NameKey",
                table: "Parties",
                columns: new[] { "Process", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartyAcceptances_Process_CreateTime_Id",
                table: "PartyAcceptances",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyVersions_MergedInto",
                table: "PartyVersions",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_PartyVersions_Party_CreateTime_Id",
                table: "PartyVersions",
                columns: new[] { "Party", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyVersions_Process",
                table: "PartyVersions",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_PreConsultations_Process_CreateTime_Id",
                table: "PreConsultations",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegionalLinks_CreateTime_Id",
                table: "RegionalLinks",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegionalLinks_FromProcess",
                table: "RegionalLinks",
                column: "FromProcess");

            migrationBuilder.CreateIndex(
                name: "IX_RegionalLinks_FromSituation",
                table: "RegionalLinks",
                column: "FromSituation");

            migrationBuilder.CreateIndex(
                name: "IX_RegionalLinks_ToProcess",
                table: "RegionalLinks",
                column: "ToProcess");

            migrationBuilder.CreateIndex(
                name: "IX_RegionalLinks_ToSituation",
                table: "RegionalLinks",
                column: "ToSituation");

            migrationBuilder.CreateIndex(
                name: "IX_RipenessFactors_Process_CreateTime_Id",
                table: "RipenessFactors",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Situations_CreateTime_Id",
                table: "Situations",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Spoilers_Party",
                table: "Spoilers",
                column: "Party");

            migrationBuilder.CreateIndex(
                name: "IX_Spoilers_Process_CreateTime_Id",
                table: "Spoilers",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TalkSessions_Process_CreateTime_Id",
                table: "TalkSessions",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TextComments_Delegation",
                table: "TextComments",
                column: "Delegation");

            migrationBuilder.CreateIndex(
                name: "IX_TextComments_Text_CreateTime_Id",
                table: "TextComments",
                columns: new[] { "Text", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TextVersions_Text_CreateTime_Id",
                table: "TextVersions",
                columns: new[] { "Text", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TextVersions_Text_Number",
                table: "TextVersions",
                columns: new[] { "Text", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackFindingChanges_Finding_CreateTime_Id",
                table: "TrackFindingChanges",
                columns: new[] { "Finding", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackFindings_Process_CreateTime_Id",
                table: "TrackFindings",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackFindings_Situation_PartyKey",
                table: "TrackFindings",
                columns: new[] { "Situation", "PartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOffers_Process_CreateTime_Id",
                table: "TrainingOffers",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Processes_Situations_InSituation",
                table: "Processes",
                column: "InSituation",
                principalTable: "Situations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Processes_Situations_InSituation",
                table: "Processes");

            migrationBuilder.DropTable(
                name: "ActorFacts");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "AssemblyTexts");

            migrationBuilder.DropTable(
                name: "Attempts");

            migrationBuilder.DropTable(
                name: "CandidateStatements");

            migrationBuilder.DropTable(
                name: "CommunicationsPlans");

            migrationBuilder.DropTable(
                name: "ConductAcceptances");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "ConsultationInvitations");

            migrationBuilder.DropTable(
                name: "ConsultationPositions");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "CouncilFollowUps");

            migrationBuilder.DropTable(
                name: "CouncilSummaries");

            migrationBuilder.DropTable(
                name: "DelegationMembers");

            migrationBuilder.DropTable(
                name: "DocumentRevisions");

            migrationBuilder.DropTable(
                name: "EarlyEngagements");

            migrationBuilder.DropTable(
                name: "Endorsements");

            migrationBuilder.DropTable(
                name: "EngagementCircles");

            migrationBuilder.DropTable(
                name: "ExclusionFlags");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "FrameworkAgreements");

            migrationBuilder.DropTable(
                name: "FriendFunctions");

            migrationBuilder.DropTable(
                name: "FriendNotes");

            migrationBuilder.DropTable(
                name: "FundamentalStatements");

            migrationBuilder.DropTable(
                name: "InclusionPlans");

            migrationBuilder.DropTable(
                name: "InformalTracks");

            migrationBuilder.DropTable(
                name: "LeadCorrections");

            migrationBuilder.DropTable(
                name: "LeadFences");

            migrationBuilder.DropTable(
                name: "LeadRationales");

            migrationBuilder.DropTable(
                name: "MandateRenewals");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropTable(
                name: "MediatorRequests");

            migrationBuilder.DropTable(
                name: "MissionServedRecords");

            migrationBuilder.DropTable(
                name: "MissionTerms");

            migrationBuilder.DropTable(
                name: "NoLeadDecisions");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "PartyAcceptances");

            migrationBuilder.DropTable(
                name: "PartyVersions");

            migrationBuilder.DropTable(
                name: "PreConsultations");

            migrationBuilder.DropTable(
                name: "RegionalLinks");

            migrationBuilder.DropTable(
                name: "RipenessFactors");

            migrationBuilder.DropTable(
                name: "SituationWatches");

            migrationBuilder.DropTable(
                name: "Spoilers");

            migrationBuilder.DropTable(
                name: "Strategies");

            migrationBuilder.DropTable(
                name: "TalkSessions");

            migrationBuilder.DropTable(
                name: "TextComments");

            migrationBuilder.DropTable(
                name: "TextVersions");

            migrationBuilder.DropTable(
                name: "TrackFindingChanges");

            migrationBuilder.DropTable(
                name: "TrainingOffers");

            migrationBuilder.DropTable(
                name: "ConductCodes");

            migrationBuilder.DropTable(
                name: "Consultations");

            migrationBuilder.DropTable(
                name: "CouncilRecommendations");

            migrationBuilder.DropTable(
                name: "Engagements");

            migrationBuilder.DropTable(
                name: "Friends");

            migrationBuilder.DropTable(
                name: "Mandates");

            migrationBuilder.DropTable(
                name: "Missions");

            migrationBuilder.DropTable(
                name: "Situations");

            migrationBuilder.DropTable(
                name: "Parties");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "NegotiatingTexts");

            migrationBuilder.DropTable(
                name: "TrackFindings");

            migrationBuilder.DropTable(
                name: "CouncilMissions");

            migrationBuilder.DropIndex(
                name: "IX_Processes_InSituation",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "EntryPoint",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "InSituation",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "Means",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "Corrections",
                table: "LeadProposals");

            migrationBuilder.DropColumn(
                name: "InterimUntilTime",
                table: "LeadDesignations");

            migrationBuilder.DropColumn(
                name: "Actor",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Documents",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "From",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "MandateTerms",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "NoMandate",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "SelfAssessment",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "Claims");
        }
    }
}
