using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ActsFor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ProposedFor",
                table: "ProposedActs",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProposedForName",
                table: "ProposedActs",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubmitterFor",
                table: "Profiles",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VetterFor",
                table: "Profiles",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ProposedFor",
                table: "ProposedActs");

            migrationBuilder.DropColumn(
                name: "ProposedForName",
                table: "ProposedActs");

            migrationBuilder.DropColumn(
                name: "SubmitterFor",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "VetterFor",
                table: "Profiles");
        }
    }
}
