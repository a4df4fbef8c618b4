using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Commitments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "check_sent",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commitments",
                table: "handling_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "commitments_due",
                table: "handling_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commitments",
                table: "acceptance_drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commitments",
                table: "acceptance_bundle_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_commitments",
                columns: table => new
                {
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    applicant_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    signed_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on_paper = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    check_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    check_by_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    overdue_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    correct_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_commitments", x => new { x.@case, x.code });
                });

            migrationBuilder.CreateIndex(
                name: "ix_handling_tasks_region_commitments_due_case",
                table: "handling_tasks",
                columns: new[] { "region", "commitments_due", "case" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_commitments_applicant_key_state",
                table: "acceptance_commitments",
                columns: new[] { "applicant_key", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_commitments_state_check_by",
                table: "acceptance_commitments",
                columns: new[] { "state", "check_by" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_commitments_state_correct_by",
                table: "acceptance_commitments",
                columns: new[] { "state", "correct_by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_commitments");

            migrationBuilder.DropIndex(
                name: "ix_handling_tasks_region_commitments_due_case",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "check_sent",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "commitments",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "commitments_due",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "commitments",
                table: "acceptance_drafts");

            migrationBuilder.DropColumn(
                name: "commitments",
                table: "acceptance_bundle_cases");
        }
    }
}
