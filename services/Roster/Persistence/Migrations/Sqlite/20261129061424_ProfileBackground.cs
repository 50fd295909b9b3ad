using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concord.Roster.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProfileBackground : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Assignments",
                table: "Profiles",
                type: "TEXT",
                maxLength: 260000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Conflicts",
                table: "Profiles",
                type: "TEXT",
                maxLength: 130000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CulturalKnowledge",
                table: "Profiles",
                type: "TEXT",
                maxLength: 160000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DepartureExpectedBy",
                table: "Profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeploymentModes",
                table: "Profiles",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "Profiles",
                type: "TEXT",
                maxLength: 60000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Functions",
                table: "Profiles",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "NoticeDays",
                table: "Profiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Promising",
                table: "Profiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StandbyUntil",
                table: "Profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trainings",
                table: "Profiles",
                type: "TEXT",
                maxLength: 260000,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Assignments",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Conflicts",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "CulturalKnowledge",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "DepartureExpectedBy",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "DeploymentModes",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Evidence",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Functions",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "NoticeDays",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Promising",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "StandbyUntil",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Trainings",
                table: "Profiles");
        }
    }
}
