using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Contacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Process = table.Column<Guid>(type: "TEXT", nullable: false),
                    Situation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Parties = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    ThirdParties = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    PartyKeys = table.Column<string>(type: "TEXT", maxLength: 2011, nullable: false),
                    UnfavourableKeys = table.Column<string>(type: "TEXT", maxLength: 2011, nullable: false),
                    ThirdPartyKeys = table.Column<string>(type: "TEXT", maxLength: 4021, nullable: false),
                    When = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Earliest = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Latest = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Topics = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    CoordinatedWithLead = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Reliability = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Exposure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Exposed = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Corrects = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    CloseTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ImportKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    ImportDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "SituationWatches",
                columns: table => new
                {
                    Situation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OwnWindowDays = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnMinimumTracks = table.Column<int>(type: "INTEGER", nullable: true),
                    Edits = table.Column<long>(type: "INTEGER", nullable: false),
                    Examinations = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SituationWatches", x => x.Situation);
                });

            migrationBuilder.CreateTable(
                name: "TrackFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Process = table.Column<Guid>(type: "TEXT", nullable: false),
                    Situation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PartyLabel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "TrackFindingChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Finding = table.Column<Guid>(type: "TEXT", nullable: false),
                    FindingVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    AddedContacts = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    GoneContacts = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    LeadEpoch = table.Column<long>(type: "INTEGER", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Process_CreateTime_Id",
                table: "Contacts",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Process_Organization_ImportKey",
                table: "Contacts",
                columns: new[] { "Process", "Organization", "ImportKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Situation_State",
                table: "Contacts",
                columns: new[] { "Situation", "State" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "SituationWatches");

            migrationBuilder.DropTable(
                name: "TrackFindingChanges");

            migrationBuilder.DropTable(
                name: "TrackFindings");
        }
    }
}
