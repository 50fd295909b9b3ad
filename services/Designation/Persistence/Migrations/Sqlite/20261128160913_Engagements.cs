using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Engagements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Engagements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Phases = table.Column<string>(type: "TEXT", maxLength: 6000000, nullable: false),
                    Findings = table.Column<string>(type: "TEXT", maxLength: 6000000, nullable: false),
                    Risks = table.Column<string>(type: "TEXT", maxLength: 6000000, nullable: false),
                    LegalChecks = table.Column<string>(type: "TEXT", maxLength: 6000000, nullable: false),
                    Gestures = table.Column<string>(type: "TEXT", maxLength: 6000000, nullable: false),
                    Process = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Versions = table.Column<string>(type: "TEXT", maxLength: 6000000, nullable: false),
                    Steps = table.Column<string>(type: "TEXT", maxLength: 6000000, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "EngagementCircles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EngagementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    NamedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    NameTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    EndTime = table.Column<DateTime>(type: "TEXT", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EngagementCircles");

            migrationBuilder.DropTable(
                name: "Engagements");
        }
    }
}
