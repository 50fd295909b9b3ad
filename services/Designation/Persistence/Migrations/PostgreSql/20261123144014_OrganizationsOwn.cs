using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OrganizationsOwn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_SupportRoles_Organization_CreateTime_Id",
                table: "SupportRoles",
                columns: new[] { "Organization", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_Organization_CreateTime_Id",
                table: "Claims",
                columns: new[] { "Organization", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SupportRoles_Organization_CreateTime_Id",
                table: "SupportRoles");

            migrationBuilder.DropIndex(
                name: "IX_Claims_Organization_CreateTime_Id",
                table: "Claims");
        }
    }
}
