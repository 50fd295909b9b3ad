using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.SqlServer
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
                type: "nvarchar(max)",
                maxLength: 6000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LeadCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Designation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FormerStartTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FormerEndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StartTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ProposedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    ApprovedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Process = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Epoch = table.Column<long>(type: "bigint", nullable: false),
                    ActTime = table.Column<DateTime>(type: "datetime2", nullable: false)
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
