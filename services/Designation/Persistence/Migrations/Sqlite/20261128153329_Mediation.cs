using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Mediation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Corrections",
                table: "LeadProposals",
                type: "TEXT",
                maxLength: 6000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LeadCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Process = table.Column<Guid>(type: "TEXT", nullable: false),
                    Designation = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormerStartTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FormerEndTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadCorrections_LeadDesignations_Designation",
                        column: x => x.Designation,
                        principalTable: "LeadDesignations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeadCorrections_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadFences",
                columns: table => new
                {
                    Process = table.Column<Guid>(type: "TEXT", nullable: false),
                    Epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    ActTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadFences", x => x.Process);
                    table.ForeignKey(
                        name: "FK_LeadFences_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LeadCorrections_Designation",
                table: "LeadCorrections",
                column: "Designation");

            migrationBuilder.CreateIndex(
                name: "IX_LeadCorrections_Process_CreateTime_Id",
                table: "LeadCorrections",
                columns: new[] { "Process", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LeadCorrections");

            migrationBuilder.DropTable(
                name: "LeadFences");

            migrationBuilder.DropColumn(
                name: "Corrections",
                table: "LeadProposals");
        }
    }
}
