using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Partners.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LeaveDay",
                table: "Organizations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeaveReason",
                table: "Organizations",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Record",
                table: "CompletedRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_CompletedRequests_Record",
                table: "CompletedRequests",
                column: "Record");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CompletedRequests_Record",
                table: "CompletedRequests");

            migrationBuilder.DropColumn(
                name: "LeaveDay",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "LeaveReason",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Record",
                table: "CompletedRequests");
        }
    }
}
