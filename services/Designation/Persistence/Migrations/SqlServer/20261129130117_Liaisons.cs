using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Liaisons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HumanRights",
                table: "NegotiatingTexts",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LegalAffairs",
                table: "NegotiatingTexts",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HumanRights",
                table: "NegotiatingTexts");

            migrationBuilder.DropColumn(
                name: "LegalAffairs",
                table: "NegotiatingTexts");
        }
    }
}
