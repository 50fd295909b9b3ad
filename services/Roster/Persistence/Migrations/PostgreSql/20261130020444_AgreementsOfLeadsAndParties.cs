using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AgreementsOfLeadsAndParties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LeadsAgree",
                table: "Deployments");

            migrationBuilder.AddColumn<DateTime>(
                name: "FundTime",
                table: "StandbyRequests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "IdentifyTime",
                table: "StandbyRequests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeadAgreement",
                table: "Deployments",
                type: "character varying(1200)",
                maxLength: 1200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PersonAcceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Profile = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Party = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Position = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    WithdrawReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonAcceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonAcceptances_Profiles_Profile",
                        column: x => x.Profile,
                        principalTable: "Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProcessLeads",
                columns: table => new
                {
                    Process = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Epoch = table.Column<long>(type: "bigint", nullable: false),
                    EndedEpoch = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessLeads", x => x.Process);
                });

            migrationBuilder.CreateTable(
                name: "LeadHolders",
                columns: table => new
                {
                    Process = table.Column<string>(type: "character varying(60)", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadHolders", x => new { x.Process, x.Organization });
                    table.ForeignKey(
                        name: "FK_LeadHolders_ProcessLeads_Process",
                        column: x => x.Process,
                        principalTable: "ProcessLeads",
                        principalColumn: "Process",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LeadHolders_Organization",
                table: "LeadHolders",
                column: "Organization");

            migrationBuilder.CreateIndex(
                name: "IX_PersonAcceptances_Process_WithdrawTime",
                table: "PersonAcceptances",
                columns: new[] { "Process", "WithdrawTime" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonAcceptances_Profile_CreateTime_Id",
                table: "PersonAcceptances",
                columns: new[] { "Profile", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LeadHolders");

            migrationBuilder.DropTable(
                name: "PersonAcceptances");

            migrationBuilder.DropTable(
                name: "ProcessLeads");

            migrationBuilder.DropColumn(
                name: "FundTime",
                table: "StandbyRequests");

            migrationBuilder.DropColumn(
                name: "IdentifyTime",
                table: "StandbyRequests");

            migrationBuilder.DropColumn(
                name: "LeadAgreement",
                table: "Deployments");

            migrationBuilder.AddColumn<string>(
                name: "LeadsAgree",
                table: "Deployments",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }
    }
}
