using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Compartments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RestrictedBy",
                table: "Processes",
                type: "TEXT",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RestrictedBy",
                table: "Processes");
        }
    }
}
