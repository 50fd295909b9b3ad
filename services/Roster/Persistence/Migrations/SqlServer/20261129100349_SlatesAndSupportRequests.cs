using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SlatesAndSupportRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Slates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Authority = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Process = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Criteria = table.Column<string>(type: "nvarchar(max)", maxLength: 80000, nullable: false),
                    ConflictCountries = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ConflictParties = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false),
                    Classification = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ComposedBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Composers = table.Column<string>(type: "nvarchar(max)", maxLength: 6000, nullable: false),
                    SubmittedBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SubmitTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NoWomanReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Tally = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DecideTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Chosen = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecisionReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SupportRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Organization = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Requester = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Place = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Expertise = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    StartDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Days = table.Column<int>(type: "int", nullable: true),
                    Process = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    FocalPoints = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Classification = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Urgency = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    DueTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TriagedBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    TriageTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Assignee = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    AssigneeName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AssignTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    AnswerText = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Provided = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: false),
                    RedirectedTo = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AnswerTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Usefulness = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Feedback = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    CloseTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SlateCandidates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slate = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Profile = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    List = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Text = table.Column<byte[]>(type: "varbinary(max)", maxLength: 800029, nullable: true),
                    ListedBy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlateCandidates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SlateCandidates_Slates_Slate",
                        column: x => x.Slate,
                        principalTable: "Slates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    About = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Severity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Classification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: 13000, nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    EvidenceTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "int", nullable: false),
                    DueTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EscalateTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AcknowledgeTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ResolvedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    ResolveReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ResolveTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OverTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Alerts_SupportRequests_Subject",
                        column: x => x.Subject,
                        principalTable: "SupportRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CreateTime_Id",
                table: "Alerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_DueTime",
                table: "Alerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Key",
                table: "Alerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_OverTime_Kind",
                table: "Alerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Subject",
                table: "Alerts",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_SlateCandidates_Profile",
                table: "SlateCandidates",
                column: "Profile");

            migrationBuilder.CreateIndex(
                name: "IX_SlateCandidates_Slate_CreateTime_Id",
                table: "SlateCandidates",
                columns: new[] { "Slate", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SlateCandidates_Slate_Profile",
                table: "SlateCandidates",
                columns: new[] { "Slate", "Profile" },
                unique: true,
                filter: "[Profile] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Slates_Authority_CreateTime_Id",
                table: "Slates",
                columns: new[] { "Authority", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Slates_Organization_CreateTime_Id",
                table: "Slates",
                columns: new[] { "Organization", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequests_CreateTime_Id",
                table: "SupportRequests",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequests_Organization_CreateTime_Id",
                table: "SupportRequests",
                columns: new[] { "Organization", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequests_State_DueTime",
                table: "SupportRequests",
                columns: new[] { "State", "DueTime" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "SlateCandidates");

            migrationBuilder.DropTable(
                name: "SupportRequests");

            migrationBuilder.DropTable(
                name: "Slates");
        }
    }
}
