using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class LeadsAgree : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LeadsAgree",
                table: "Deployments");

            migrationBuilder.AddColumn<string>(
                name: "LeadAgreement",
                table: "Deployments",
                type: "character varying(1200)",
                maxLength: 1200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProcessLeads",
                columns: table => new
                {
                    Process = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Epoch = table.Column<long>(type: "bigint", nullable: false),
                    EndedEpoch = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessLeads", x => x.Process);
                });

            migrationBuilder.CreateTable(
                name: "LeadHolders",
                columns: table => new
                {
                    Process = table.Column<string>(type: "character varying(60)", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadHolders", x => new { x.Process, x.Organization });
                    table.ForeignKey(
                        name: "FK_LeadHolders_ProcessLeads_Process",
                        column: x => x.Process,
                        principalTable: "ProcessLeads",
                        principalColumn: "Process",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LeadHolders_Organization",
                table: "LeadHolders",
                column: "Organization");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LeadHolders");

            migrationBuilder.DropTable(
                name: "ProcessLeads");

            migrationBuilder.DropColumn(
                name: "LeadAgreement",
                table: "Deployments");

            migrationBuilder.AddColumn<string>(
                name: "LeadsAgree",
                table: "Deployments",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }
    }
}
