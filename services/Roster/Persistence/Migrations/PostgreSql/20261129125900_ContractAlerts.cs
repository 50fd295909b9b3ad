using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ContractAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ProfileAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    About = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Severity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Classification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Evidence = table.Column<string>(type: "character varying(13000)", maxLength: 13000, nullable: false),
                    Facts = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    EvidenceTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    DueTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EscalateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AcknowledgeTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ResolvedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    ResolveReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ResolveTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OverTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileAlerts_Profiles_Subject",
                        column: x => x.Subject,
                        principalTable: "Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_StandbyUntil",
                table: "Profiles",
                column: "StandbyUntil");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_CreateTime_Id",
                table: "ProfileAlerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_DueTime",
                table: "ProfileAlerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_Key",
                table: "ProfileAlerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_OverTime_Kind",
                table: "ProfileAlerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_Subject",
                table: "ProfileAlerts",
                column: "Subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProfileAlerts");

            migrationBuilder.DropIndex(
                name: "IX_Profiles_StandbyUntil",
                table: "Profiles");
        }
    }
}
