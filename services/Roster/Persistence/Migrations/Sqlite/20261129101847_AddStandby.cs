using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStandby : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Duties",
                table: "Profiles",
                type: "TEXT",
                maxLength: 25000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "StandbyRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RequestedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Requester = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Process = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Tasks = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Functions = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Themes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NeededBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Package = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    DueTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcknowledgeTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ApproveTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DepartTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompleteTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclineTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReviewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Review = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReviewTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandbyRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 13000, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    EvidenceTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    DueTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EscalateTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AcknowledgeTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    ResolveReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ResolveTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OverTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Alerts_StandbyRequests_Subject",
                        column: x => x.Subject,
                        principalTable: "StandbyRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deployments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Request = table.Column<Guid>(type: "TEXT", nullable: false),
                    Profile = table.Column<Guid>(type: "TEXT", nullable: false),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Function = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeadsAgree = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Tasks = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ReportsTo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Security = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Travel = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Briefings = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ConfirmTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DepartTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deployments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deployments_Profiles_Profile",
                        column: x => x.Profile,
                        principalTable: "Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deployments_StandbyRequests_Request",
                        column: x => x.Request,
                        principalTable: "StandbyRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandbyCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Request = table.Column<Guid>(type: "TEXT", nullable: false),
                    Profile = table.Column<Guid>(type: "TEXT", nullable: false),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CallTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Remark = table.Column<byte[]>(type: "BLOB", maxLength: 7029, nullable: true),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    LinkText = table.Column<byte[]>(type: "BLOB", maxLength: 4029, nullable: true),
                    LinkHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LinkExpireTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandbyCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandbyCalls_Profiles_Profile",
                        column: x => x.Profile,
                        principalTable: "Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StandbyCalls_StandbyRequests_Request",
                        column: x => x.Request,
                        principalTable: "StandbyRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Deployment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Profile = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<byte[]>(type: "BLOB", maxLength: 13029, nullable: true),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckIns_Deployments_Deployment",
                        column: x => x.Deployment,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckIns_Profiles_Profile",
                        column: x => x.Profile,
                        principalTable: "Profiles",
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
                name: "IX_CheckIns_Deployment_CreateTime_Id",
                table: "CheckIns",
                columns: new[] { "Deployment", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_Profile",
                table: "CheckIns",
                column: "Profile");

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_CreateTime_Id",
                table: "Deployments",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_Profile",
                table: "Deployments",
                column: "Profile");

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_Request",
                table: "Deployments",
                column: "Request");

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_State",
                table: "Deployments",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_StandbyCalls_LinkHash",
                table: "StandbyCalls",
                column: "LinkHash");

            migrationBuilder.CreateIndex(
                name: "IX_StandbyCalls_Profile",
                table: "StandbyCalls",
                column: "Profile");

            migrationBuilder.CreateIndex(
                name: "IX_StandbyCalls_Request_CreateTime_Id",
                table: "StandbyCalls",
                columns: new[] { "Request", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandbyRequests_CreateTime_Id",
                table: "StandbyRequests",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandbyRequests_State_DueTime",
                table: "StandbyRequests",
                columns: new[] { "State", "DueTime" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "StandbyCalls");

            migrationBuilder.DropTable(
                name: "Deployments");

            migrationBuilder.DropTable(
                name: "StandbyRequests");

            migrationBuilder.DropColumn(
                name: "Duties",
                table: "Profiles");
        }
    }
}
