using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Partners.Persistence.Migrations.SqlServer
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeaveReason",
                table: "Organizations",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Record",
                table: "CompletedRequests",
                type: "nvarchar(200)",
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
