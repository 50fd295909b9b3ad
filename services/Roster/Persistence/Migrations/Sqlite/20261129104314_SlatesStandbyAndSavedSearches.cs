using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SlatesStandbyAndSavedSearches : Migration
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
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false),
                    Alert = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchDemand",
                columns: table => new
                {
                    Day = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Times = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchDemand", x => new { x.Day, x.Wish, x.Value, x.Level });
                });

            migrationBuilder.CreateTable(
                name: "Slates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Process = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Criteria = table.Column<string>(type: "TEXT", maxLength: 80000, nullable: false),
                    ConflictCountries = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConflictParties = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ComposedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Composers = table.Column<string>(type: "TEXT", maxLength: 6000, nullable: false),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SubmitTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NoWomanReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Tally = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DecideTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Chosen = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slates", x => x.Id);
                });

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
                name: "SupportRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Requester = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Expertise = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    StartDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    Process = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FocalPoints = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Classification = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DueTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TriagedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    TriageTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Assignee = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AssigneeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AssignTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AnswerText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Provided = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    RedirectedTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnswerTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Usefulness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Feedback = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CloseTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearchAlerts",
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
                    table.PrimaryKey("PK_SavedSearchAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearchAlerts_SavedSearches_Subject",
                        column: x => x.Subject,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearchMatches",
                columns: table => new
                {
                    Search = table.Column<Guid>(type: "TEXT", nullable: false),
                    Profile = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsNew = table.Column<bool>(type: "INTEGER", nullable: false),
                    FindTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearchMatches", x => new { x.Search, x.Profile });
                    table.ForeignKey(
                        name: "FK_SavedSearchMatches_SavedSearches_Search",
                        column: x => x.Search,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SlateCandidates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slate = table.Column<Guid>(type: "TEXT", nullable: false),
                    Profile = table.Column<Guid>(type: "TEXT", nullable: true),
                    List = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", maxLength: 800029, nullable: true),
                    ListedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "StandbyAlerts",
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
                    table.PrimaryKey("PK_StandbyAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandbyAlerts_StandbyRequests_Subject",
                        column: x => x.Subject,
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
                name: "SupportRequestAlerts",
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
                    table.PrimaryKey("PK_SupportRequestAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportRequestAlerts_SupportRequests_Subject",
                        column: x => x.Subject,
                        principalTable: "SupportRequests",
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
                name: "IX_SavedSearchAlerts_CreateTime_Id",
                table: "SavedSearchAlerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchAlerts_DueTime",
                table: "SavedSearchAlerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchAlerts_Key",
                table: "SavedSearchAlerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchAlerts_OverTime_Kind",
                table: "SavedSearchAlerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchAlerts_Subject",
                table: "SavedSearchAlerts",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_Alert",
                table: "SavedSearches",
                column: "Alert");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_Owner_CreateTime_Id",
                table: "SavedSearches",
                columns: new[] { "Owner", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchMatches_IsNew_FindTime",
                table: "SavedSearchMatches",
                columns: new[] { "IsNew", "FindTime" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchMatches_Profile",
                table: "SavedSearchMatches",
                column: "Profile");

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Slates_Authority_CreateTime_Id",
                table: "Slates",
                columns: new[] { "Authority", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Slates_Organization_CreateTime_Id",
                table: "Slates",
                columns: new[] { "Organization", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandbyAlerts_CreateTime_Id",
                table: "StandbyAlerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandbyAlerts_DueTime",
                table: "StandbyAlerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_StandbyAlerts_Key",
                table: "StandbyAlerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandbyAlerts_OverTime_Kind",
                table: "StandbyAlerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_StandbyAlerts_Subject",
                table: "StandbyAlerts",
                column: "Subject");

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

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequestAlerts_CreateTime_Id",
                table: "SupportRequestAlerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequestAlerts_DueTime",
                table: "SupportRequestAlerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequestAlerts_Key",
                table: "SupportRequestAlerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequestAlerts_OverTime_Kind",
                table: "SupportRequestAlerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportRequestAlerts_Subject",
                table: "SupportRequestAlerts",
                column: "Subject");

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
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "SavedSearchAlerts");

            migrationBuilder.DropTable(
                name: "SavedSearchMatches");

            migrationBuilder.DropTable(
                name: "SearchDemand");

            migrationBuilder.DropTable(
                name: "SlateCandidates");

            migrationBuilder.DropTable(
                name: "StandbyAlerts");

            migrationBuilder.DropTable(
                name: "StandbyCalls");

            migrationBuilder.DropTable(
                name: "SupportRequestAlerts");

            migrationBuilder.DropTable(
                name: "Deployments");

            migrationBuilder.DropTable(
                name: "SavedSearches");

            migrationBuilder.DropTable(
                name: "Slates");

            migrationBuilder.DropTable(
                name: "SupportRequests");

            migrationBuilder.DropTable(
                name: "StandbyRequests");

            migrationBuilder.DropColumn(
                name: "Duties",
                table: "Profiles");
        }
    }
}
