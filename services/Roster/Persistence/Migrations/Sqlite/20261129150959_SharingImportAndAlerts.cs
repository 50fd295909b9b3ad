using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharingImportAndAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "Profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Duplicates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    First = table.Column<Guid>(type: "TEXT", nullable: false),
                    Second = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kept = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SaidBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Duplicates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonReferences",
                columns: table => new
                {
                    Profile = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonReferences", x => x.Profile);
                });

            migrationBuilder.CreateTable(
                name: "ProfileAlerts",
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
                    table.PrimaryKey("PK_ProfileAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileAlerts_Profiles_Subject",
                        column: x => x.Subject,
                        principalTable: "Profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharingAgreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ExposedToReprisals = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 15000, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ApproveTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CreateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingAgreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SharingAgreementAlerts",
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
                    table.PrimaryKey("PK_SharingAgreementAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharingAgreementAlerts_SharingAgreements_Subject",
                        column: x => x.Subject,
                        principalTable: "SharingAgreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharingAgreementReceivers",
                columns: table => new
                {
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OrganizationName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AgreeTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeaveTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftBy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LeaveReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingAgreementReceivers", x => new { x.Agreement, x.Organization });
                    table.ForeignKey(
                        name: "FK_SharingAgreementReceivers_SharingAgreements_Agreement",
                        column: x => x.Agreement,
                        principalTable: "SharingAgreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_MergedInto",
                table: "Profiles",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Owner",
                table: "Profiles",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_StandbyUntil",
                table: "Profiles",
                column: "StandbyUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Duplicates_CreateTime_Id",
                table: "Duplicates",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Duplicates_First_Second",
                table: "Duplicates",
                columns: new[] { "First", "Second" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Duplicates_Second",
                table: "Duplicates",
                column: "Second");

            migrationBuilder.CreateIndex(
                name: "IX_PersonReferences_Owner_Reference",
                table: "PersonReferences",
                columns: new[] { "Owner", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_CreateTime_Id",
                table: "ProfileAlerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_DueTime",
                table: "ProfileAlerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_Key",
                table: "ProfileAlerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_OverTime_Kind",
                table: "ProfileAlerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileAlerts_Subject",
                table: "ProfileAlerts",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreementAlerts_CreateTime_Id",
                table: "SharingAgreementAlerts",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreementAlerts_DueTime",
                table: "SharingAgreementAlerts",
                column: "DueTime");

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreementAlerts_Key",
                table: "SharingAgreementAlerts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreementAlerts_OverTime_Kind",
                table: "SharingAgreementAlerts",
                columns: new[] { "OverTime", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreementAlerts_Subject",
                table: "SharingAgreementAlerts",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreementReceivers_Organization",
                table: "SharingAgreementReceivers",
                column: "Organization");

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreements_CreateTime_Id",
                table: "SharingAgreements",
                columns: new[] { "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreements_Owner_CreateTime_Id",
                table: "SharingAgreements",
                columns: new[] { "Owner", "CreateTime", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SharingAgreements_UntilDay",
                table: "SharingAgreements",
                column: "UntilDay");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Duplicates");

            migrationBuilder.DropTable(
                name: "PersonReferences");

            migrationBuilder.DropTable(
                name: "ProfileAlerts");

            migrationBuilder.DropTable(
                name: "SharingAgreementAlerts");

            migrationBuilder.DropTable(
                name: "SharingAgreementReceivers");

            migrationBuilder.DropTable(
                name: "SharingAgreements");

            migrationBuilder.DropIndex(
                name: "IX_Profiles_MergedInto",
                table: "Profiles");

            migrationBuilder.DropIndex(
                name: "IX_Profiles_Owner",
                table: "Profiles");

            migrationBuilder.DropIndex(
                name: "IX_Profiles_StandbyUntil",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Profiles");
        }
    }
}
