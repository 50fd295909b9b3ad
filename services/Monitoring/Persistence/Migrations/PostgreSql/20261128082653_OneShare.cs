using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Monitoring.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OneShare : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LastingWith",
                table: "Shares",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shares_Record_LastingWith",
                table: "Shares",
                columns: new[] { "Record", "LastingWith" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Shares_Record_LastingWith",
                table: "Shares");

            migrationBuilder.DropColumn(
                name: "LastingWith",
                table: "Shares");
        }
    }
}
