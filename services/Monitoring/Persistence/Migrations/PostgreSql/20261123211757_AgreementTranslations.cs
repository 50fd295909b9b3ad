using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Monitoring.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AgreementTranslations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Agreements",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "en");

            migrationBuilder.CreateTable(
                name: "AgreementTranslations",
                columns: table => new
                {
                    Agreement = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ShortTitle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Notice = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    MachineMade = table.Column<bool>(type: "boolean", nullable: false),
                    Parts = table.Column<string>(type: "character varying(4000000)", maxLength: 4000000, nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementTranslations", x => new { x.Agreement, x.Language });
                    table.ForeignKey(
                        name: "FK_AgreementTranslations_Agreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementTranslations");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Agreements");
        }
    }
}
