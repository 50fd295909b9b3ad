using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ContactKinds",
                table: "Profiles",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ErasureBasis",
                table: "Profiles",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Person",
                table: "Profiles",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Record",
                table: "CompletedRequests",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProfileContacts",
                columns: table => new
                {
                    Profile = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", maxLength: 64029, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileContacts", x => x.Profile);
                    table.ForeignKey(
                        name: "FK_ProfileContacts_Profiles_Profile",
                        column: x => x.Profile,
                        principalTable: "Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposedActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Record = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ProposedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ProposedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DecisionReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    DecideTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ExpireTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposedActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Shares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Record = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OrganizationName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Scope = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ConsentBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ConsentDate = table.Column<DateOnly>(type: "date", nullable: false),
                    ConsentForm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ConsentEvidence = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ExposedToReprisals = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    FromTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UntilTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GivenBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    GivenByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EndTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    EndedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shares", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubjectKeys",
                columns: table => new
                {
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Wrapped = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: true),
                    RingKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DestroyTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubjectKeys", x => x.Subject);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Person",
                table: "Profiles",
                column: "Person",
                unique: true,
                filter: "[Person] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CompletedRequests_Record",
                table: "CompletedRequests",
                column: "Record");

            migrationBuilder.CreateIndex(
                name: "IX_ProposedActs_Audience_CreateTime",
                table: "ProposedActs",
                columns: new[] { "Audience", "CreateTime" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposedActs_CreateTime_Id",
                table: "ProposedActs",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposedActs_ProposedBy_CreateTime",
                table: "ProposedActs",
                columns: new[] { "ProposedBy", "CreateTime" });

            migrationBuilder.CreateIndex(
                name: "IX_Shares_Organization_EndTime_UntilTime",
                table: "Shares",
                columns: new[] { "Organization", "EndTime", "UntilTime" });

            migrationBuilder.CreateIndex(
                name: "IX_Shares_Record_CreateTime_Id",
                table: "Shares",
                columns: new[] { "Record", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SubjectKeys_RingKey",
                table: "SubjectKeys",
                column: "RingKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProfileContacts");

            migrationBuilder.DropTable(
                name: "ProposedActs");

            migrationBuilder.DropTable(
                name: "Shares");

            migrationBuilder.DropTable(
                name: "SubjectKeys");

            migrationBuilder.DropIndex(
                name: "IX_Profiles_Person",
                table: "Profiles");

            migrationBuilder.DropIndex(
                name: "IX_CompletedRequests_Record",
                table: "CompletedRequests");

            migrationBuilder.DropColumn(
                name: "ContactKinds",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "ErasureBasis",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Person",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Record",
                table: "CompletedRequests");
        }
    }
}
