using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LeaveTime",
                table: "KnownOrganizations",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeaveVersion",
                table: "KnownOrganizations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "EraseTime",
                table: "KnownMediators",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Record",
                table: "CompletedRequests",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KnownSuccessions",
                columns: table => new
                {
                    From = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    To = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    HandOverTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FactVersion = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownSuccessions", x => x.From);
                });

            migrationBuilder.CreateTable(
                name: "PersonChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Record = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    From = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    To = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonChanges_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Shares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Record = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OrganizationName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Scope = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ConsentBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ConsentDate = table.Column<DateOnly>(type: "date", nullable: false),
                    ConsentForm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ConsentEvidence = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ExposedToReprisals = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    FromTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UntilTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GivenBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    GivenByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    EndedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shares", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CompletedRequests_Record",
                table: "CompletedRequests",
                column: "Record");

            migrationBuilder.CreateIndex(
                name: "IX_PersonChanges_Process_CreateTime_Id",
                table: "PersonChanges",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Shares_Organization_EndTime_UntilTime",
                table: "Shares",
                columns: new[] { "Organization", "EndTime", "UntilTime" });

            migrationBuilder.CreateIndex(
                name: "IX_Shares_Record_CreateTime_Id",
                table: "Shares",
                columns: new[] { "Record", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnownSuccessions");

            migrationBuilder.DropTable(
                name: "PersonChanges");

            migrationBuilder.DropTable(
                name: "Shares");

            migrationBuilder.DropIndex(
                name: "IX_CompletedRequests_Record",
                table: "CompletedRequests");

            migrationBuilder.DropColumn(
                name: "LeaveTime",
                table: "KnownOrganizations");

            migrationBuilder.DropColumn(
                name: "LeaveVersion",
                table: "KnownOrganizations");

            migrationBuilder.DropColumn(
                name: "EraseTime",
                table: "KnownMediators");

            migrationBuilder.DropColumn(
                name: "Record",
                table: "CompletedRequests");
        }
    }
}
