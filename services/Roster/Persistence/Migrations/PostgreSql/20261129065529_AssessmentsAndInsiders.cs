using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.PostgreSql
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Profile = table.Column<Guid>(type: "uuid", nullable: false),
                    Criterion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", maxLength: 60029, nullable: false),
                    AssessedBy = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    WithdrawReason = table.Column<byte[]>(type: "bytea", maxLength: 7029, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reply = table.Column<byte[]>(type: "bytea", maxLength: 13029, nullable: true),
                    ReplyTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Country = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IntroducedBy = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Classification = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ConsentUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Person = table.Column<byte[]>(type: "bytea", maxLength: 64029, nullable: true),
                    ContactKinds = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Contacts = table.Column<byte[]>(type: "bytea", maxLength: 64029, nullable: true),
                    CloseReason = table.Column<byte[]>(type: "bytea", maxLength: 7029, nullable: true),
                    ErasureBasis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
