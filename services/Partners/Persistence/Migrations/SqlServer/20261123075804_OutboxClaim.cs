using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Partners.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OutboxClaim : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Claim",
                table: "Outbox",
                type: "uniqueidentifier",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Claim",
                table: "Outbox");
        }
    }
}
