using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Designation.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FriendsAndMissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ConductCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Reference = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AdoptedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConductCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConductCodes_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilMissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Objective = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Coordination = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Members = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilMissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouncilMissions_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilSummaries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Classification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    Sections = table.Column<string>(type: "character varying(42000)", maxLength: 42000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DraftedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    EditedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    IssuedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    IssueTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilSummaries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouncilSummaries_CouncilSummaries_Corrects",
                        column: x => x.Corrects,
                        principalTable: "CouncilSummaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CouncilSummaries_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Friends",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: false),
                    ChosenBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ExceptionReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Friends", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Friends_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Missions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Countries = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    MandateOrgan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MandateReference = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    MandateExpireOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Classification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CloseTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CloseReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Missions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConductAcceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<Guid>(type: "uuid", nullable: false),
                    Organization = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AcceptedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConductAcceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConductAcceptances_ConductCodes_Code",
                        column: x => x.Code,
                        principalTable: "ConductCodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConductAcceptances_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilRecommendations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Mission = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilRecommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouncilRecommendations_CouncilMissions_Mission",
                        column: x => x.Mission,
                        principalTable: "CouncilMissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CouncilRecommendations_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FriendFunctions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FriendId = table.Column<Guid>(type: "uuid", nullable: false),
                    Function = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    GivenBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    StartTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FriendFunctions", x => new { x.FriendId, x.Number });
                    table.ForeignKey(
                        name: "FK_FriendFunctions_Friends_FriendId",
                        column: x => x.FriendId,
                        principalTable: "Friends",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FriendNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Process = table.Column<Guid>(type: "uuid", nullable: false),
                    Friend = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Criterion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    RepliesTo = table.Column<Guid>(type: "uuid", nullable: true),
                    LeadEpoch = table.Column<long>(type: "bigint", nullable: true),
                    By = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FriendNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FriendNotes_FriendNotes_RepliesTo",
                        column: x => x.RepliesTo,
                        principalTable: "FriendNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FriendNotes_Friends_Friend",
                        column: x => x.Friend,
                        principalTable: "Friends",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FriendNotes_Processes_Process",
                        column: x => x.Process,
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissionServedRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mission = table.Column<Guid>(type: "uuid", nullable: false),
                    Record = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AddedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissionServedRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissionServedRecords_Missions_Mission",
                        column: x => x.Mission,
                        principalTable: "Missions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissionTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mission = table.Column<Guid>(type: "uuid", nullable: false),
                    Post = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AppointedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    StartTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    EndedBy = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissionTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissionTerms_Missions_Mission",
                        column: x => x.Mission,
                        principalTable: "Missions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouncilFollowUps",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    By = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Time = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilFollowUps", x => new { x.RecommendationId, x.Number });
                    table.ForeignKey(
                        name: "FK_CouncilFollowUps_CouncilRecommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "CouncilRecommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConductAcceptances_Code_Organization",
                table: "ConductAcceptances",
                columns: new[] { "Code", "Organization" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConductAcceptances_Process",
                table: "ConductAcceptances",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_ConductCodes_Process_CreateTime_Id",
                table: "ConductCodes",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConductCodes_Process_Number",
                table: "ConductCodes",
                columns: new[] { "Process", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CouncilMissions_Process_CreateTime_Id",
                table: "CouncilMissions",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilRecommendations_Mission_CreateTime_Id",
                table: "CouncilRecommendations",
                columns: new[] { "Mission", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilRecommendations_Process",
                table: "CouncilRecommendations",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilRecommendations_Status_CreateTime_Id",
                table: "CouncilRecommendations",
                columns: new[] { "Status", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CouncilSummaries_Corrects",
                table: "CouncilSummaries",
                column: "Corrects");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilSummaries_Process_CreateTime_Id",
                table: "CouncilSummaries",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FriendNotes_Friend_CreateTime_Id",
                table: "FriendNotes",
                columns: new[] { "Friend", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FriendNotes_Process",
                table: "FriendNotes",
                column: "Process");

            migrationBuilder.CreateIndex(
                name: "IX_FriendNotes_RepliesTo",
                table: "FriendNotes",
                column: "RepliesTo");

            migrationBuilder.CreateIndex(
                name: "IX_Friends_Process_CreateTime_Id",
                table: "Friends",
                columns: new[] { "Process", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Friends_Process_Number",
                table: "Friends",
                columns: new[] { "Process", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Missions_CreateTime_Id",
                table: "Missions",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MissionServedRecords_Mission_CreateTime_Id",
                table: "MissionServedRecords",
                columns: new[] { "Mission", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MissionServedRecords_Record_Mission",
                table: "MissionServedRecords",
                columns: new[] { "Record", "Mission" });

            migrationBuilder.CreateIndex(
                name: "IX_MissionTerms_Account",
                table: "MissionTerms",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_MissionTerms_Mission_CreateTime_Id",
                table: "MissionTerms",
                columns: new[] { "Mission", "CreateTime", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConductAcceptances");

            migrationBuilder.DropTable(
                name: "CouncilFollowUps");

            migrationBuilder.DropTable(
                name: "CouncilSummaries");

            migrationBuilder.DropTable(
                name: "FriendFunctions");

            migrationBuilder.DropTable(
                name: "FriendNotes");

            migrationBuilder.DropTable(
                name: "MissionServedRecords");

            migrationBuilder.DropTable(
                name: "MissionTerms");

            migrationBuilder.DropTable(
                name: "ConductCodes");

            migrationBuilder.DropTable(
                name: "CouncilRecommendations");

            migrationBuilder.DropTable(
                name: "Friends");

            migrationBuilder.DropTable(
                name: "Missions");

            migrationBuilder.DropTable(
                name: "CouncilMissions");
        }
    }
}
