using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Talks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AssemblyTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "character varying(150000)", maxLength: 150000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "CommunicationsPlans",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(250000)", maxLength: 250000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
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
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Party = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    FormedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "character varying(800000)", maxLength: 800000, nullable: true),
                    Step = table.Column<string>(type: "character varying(300000)", maxLength: 300000, nullable: true),
                    By = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "character varying(750000)", maxLength: 750000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "ExclusionFlags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "character varying(30000)", maxLength: 30000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Record = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Delegation = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Accepted = table.Column<bool>(type: "boolean", nullable: true),
                    By = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    InitialledRevision = table.Column<int>(type: "integer", nullable: true),
                    SignedRevision = table.Column<int>(type: "integer", nullable: true),
                    InitialledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(260000)", maxLength: 260000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
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
                name: "InclusionPlans",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(800000)", maxLength: 800000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedRevision = table.Column<int>(type: "integer", nullable: true),
                    ApproveTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "character varying(45000)", maxLength: 45000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "NegotiatingTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    NothingIsAgreedUntilEverythingIsAgreed = table.Column<bool>(type: "boolean", nullable: false),
                    Team = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    TeamEpoch = table.Column<long>(type: "bigint", nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    PresentedNumber = table.Column<int>(type: "integer", nullable: true),
                    AgreedNumber = table.Column<int>(type: "integer", nullable: true),
                    AgreeTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    BegunBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "PreConsultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "Strategies",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedRevision = table.Column<int>(type: "integer", nullable: true),
                    ApproveTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "TrainingOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Withdrawn = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "DelegationMembers",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Delegation = table.Column<Guid>(type: "uuid", nullable: false),
                    Current = table.Column<bool>(type: "boolean", nullable: false),
                    Spells = table.Column<string>(type: "character varying(300000)", maxLength: 300000, nullable: false),
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
                name: "TextComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<Guid>(type: "uuid", nullable: false),
                    Delegation = table.Column<Guid>(type: "uuid", nullable: false),
                    TextVersion = table.Column<int>(type: "integer", nullable: false),
                    Article = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Articles = table.Column<string>(type: "character varying(1700000)", maxLength: 1700000, nullable: false),
                    WrittenBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    PresentTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "IX_AssemblyTexts_Process_CreateTime_Id",
                table: "AssemblyTexts",
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
                name: "IX_InformalTracks_Process_CreateTime_Id",
                table: "InformalTracks",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NegotiatingTexts_Process_CreateTime_Id",
                table: "NegotiatingTexts",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PreConsultations_Process_CreateTime_Id",
                table: "PreConsultations",
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
                name: "IX_TrainingOffers_Process_CreateTime_Id",
                table: "TrainingOffers",
                columns: new[] { "Process", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssemblyTexts");

            migrationBuilder.DropTable(
                name: "CommunicationsPlans");

            migrationBuilder.DropTable(
                name: "DelegationMembers");

            migrationBuilder.DropTable(
                name: "DocumentRevisions");

            migrationBuilder.DropTable(
                name: "EarlyEngagements");

            migrationBuilder.DropTable(
                name: "ExclusionFlags");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "FrameworkAgreements");

            migrationBuilder.DropTable(
                name: "InclusionPlans");

            migrationBuilder.DropTable(
                name: "InformalTracks");

            migrationBuilder.DropTable(
                name: "PreConsultations");

            migrationBuilder.DropTable(
                name: "Strategies");

            migrationBuilder.DropTable(
                name: "TalkSessions");

            migrationBuilder.DropTable(
                name: "TextComments");

            migrationBuilder.DropTable(
                name: "TextVersions");

            migrationBuilder.DropTable(
                name: "TrainingOffers");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "NegotiatingTexts");
        }
    }
}
