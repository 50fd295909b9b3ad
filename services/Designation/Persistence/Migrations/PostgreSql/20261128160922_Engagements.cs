using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.PostgreSql
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Phases = table.Column<string>(type: "character varying(6000000)", maxLength: 6000000, nullable: false),
                    Findings = table.Column<string>(type: "character varying(6000000)", maxLength: 6000000, nullable: false),
                    Risks = table.Column<string>(type: "character varying(6000000)", maxLength: 6000000, nullable: false),
                    LegalChecks = table.Column<string>(type: "character varying(6000000)", maxLength: 6000000, nullable: false),
                    Gestures = table.Column<string>(type: "character varying(6000000)", maxLength: 6000000, nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Versions = table.Column<string>(type: "character varying(6000000)", maxLength: 6000000, nullable: false),
                    Steps = table.Column<string>(type: "character varying(6000000)", maxLength: 6000000, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                name: "EngagementCircles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EngagementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    NamedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    NameTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
