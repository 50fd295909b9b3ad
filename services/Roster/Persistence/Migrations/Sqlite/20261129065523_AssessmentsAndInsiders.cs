using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AssessmentsAndInsiders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AttributeAssessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Profile = table.Column<Guid>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", maxLength: 60029, nullable: false),
                    AssessedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WithdrawReason = table.Column<byte[]>(type: "BLOB", maxLength: 7029, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    WithdrawTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reply = table.Column<byte[]>(type: "BLOB", maxLength: 13029, nullable: true),
                    ReplyTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttributeAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttributeAssessments_Profiles_Profile",
                        column: x => x.Profile,
                        principalTable: "Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Insiders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IntroducedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ConsentUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", maxLength: 64029, nullable: true),
                    ContactKinds = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Contacts = table.Column<byte[]>(type: "BLOB", maxLength: 64029, nullable: true),
                    CloseReason = table.Column<byte[]>(type: "BLOB", maxLength: 7029, nullable: true),
                    ErasureBasis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Insiders", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AttributeAssessments_Profile_CreateTime_Id",
                table: "AttributeAssessments",
                columns: new[] { "Profile", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Insiders_Country_CreateTime_Id",
                table: "Insiders",
                columns: new[] { "Country", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttributeAssessments");

            migrationBuilder.DropTable(
                name: "Insiders");
        }
    }
}
