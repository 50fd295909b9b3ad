using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Consultation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Terms",
                table: "LeadProposals",
                type: "character varying(10000000)",
                maxLength: 10000000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(400000)",
                oldMaxLength: 400000,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Terms",
                table: "LeadDesignations",
                type: "character varying(10000000)",
                maxLength: 10000000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400000)",
                oldMaxLength: 400000);

            migrationBuilder.AddColumn<string>(
                name: "Actor",
                table: "Claims",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                table: "Claims",
                type: "character varying(40000)",
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Lead");

            migrationBuilder.AddColumn<string>(
                name: "MandateTerms",
                table: "Claims",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NoMandate",
                table: "Claims",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "Claims",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SelfAssessment",
                table: "Claims",
                type: "character varying(200000)",
                maxLength: 200000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "Claims",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CandidateStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Criterion = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Statement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "Consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    DeadlineTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OpenedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CloseTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Summary = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    AnswerTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "Endorsements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Organ = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Scope = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Documents = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    RequestedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Symbol = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    GrantProposedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    GrantApprovedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    GrantTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Clarification = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ClarifiedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    ClarifyTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CloseReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "LeadRationales",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Epoch = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Criteria = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    PublishedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Organ = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ExpireOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RenewTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Documents = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    RegisteredBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "MediatorRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Entry = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Party = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Documents = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ClosedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    CloseTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "NoLeadDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Disagreed = table.Column<string>(type: "character varying(300000)", maxLength: 300000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Next = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Party = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    RaisedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    AnswerText = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    AnswerTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "PartyAcceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Party = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Position = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "ConsultationInvitations",
                columns: table => new
                {
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Consultation = table.Column<Guid>(type: "uuid", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    About = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Reasons = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ShowToOthers = table.Column<bool>(type: "boolean", nullable: false),
                    SupersedeTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    GivenBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                name: "MandateRenewals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mandate = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiredOnBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpireOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Documents = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    RegisteredBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_CandidateStatements_Process_CreateTime_Id",
                table: "CandidateStatements",
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
                name: "IX_Endorsements_Process_CreateTime_Id",
                table: "Endorsements",
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
                name: "IX_MediatorRequests_Process_CreateTime_Id",
                table: "MediatorRequests",
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
                name: "IX_PartyAcceptances_Process_CreateTime_Id",
                table: "PartyAcceptances",
                columns: new[] { "Process", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CandidateStatements");

            migrationBuilder.DropTable(
                name: "ConsultationInvitations");

            migrationBuilder.DropTable(
                name: "ConsultationPositions");

            migrationBuilder.DropTable(
                name: "Endorsements");

            migrationBuilder.DropTable(
                name: "LeadRationales");

            migrationBuilder.DropTable(
                name: "MandateRenewals");

            migrationBuilder.DropTable(
                name: "MediatorRequests");

            migrationBuilder.DropTable(
                name: "NoLeadDecisions");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "PartyAcceptances");

            migrationBuilder.DropTable(
                name: "Consultations");

            migrationBuilder.DropTable(
                name: "Mandates");

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

            migrationBuilder.AlterColumn<string>(
                name: "Terms",
                table: "LeadProposals",
                type: "character varying(400000)",
                maxLength: 400000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(10000000)",
                oldMaxLength: 10000000,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Terms",
                table: "LeadDesignations",
                type: "character varying(400000)",
                maxLength: 400000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(10000000)",
                oldMaxLength: 10000000);
        }
    }
}
