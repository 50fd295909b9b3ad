using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Monitoring.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Record",
                table: "CompletedRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Shares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Record = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OrganizationName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ConsentBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ConsentDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConsentForm = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ConsentEvidence = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ExposedToReprisals = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FromTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UntilTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    GivenByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EndTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    EndedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "Shares");

            migrationBuilder.DropIndex(
                name: "IX_CompletedRequests_Record",
                table: "CompletedRequests");

            migrationBuilder.DropColumn(
                name: "Record",
                table: "CompletedRequests");
        }
    }
}
