using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ProcessesThatNameTheirReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "NamedOnly",
                table: "SupportRequests",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "NamedOnly",
                table: "StandbyRequests",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "NamedOnly",
                table: "Slates",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NamedOnly",
                table: "SupportRequests");

            migrationBuilder.DropColumn(
                name: "NamedOnly",
                table: "StandbyRequests");

            migrationBuilder.DropColumn(
                name: "NamedOnly",
                table: "Slates");
        }
    }
}
