using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LegalClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "platform_ending",
                table: "handling_tasks",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(16)",
                oldMaxLength: 16,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ended_by",
                table: "handling_tasks",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(16)",
                oldMaxLength: 16,
                oldNullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "extended",
                table: "handling_tasks",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "last_procedure",
                table: "handling_tasks",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lead",
                table: "handling_tasks",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "handling_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "opinions_told",
                table: "handling_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owed",
                table: "handling_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "owed_by",
                table: "handling_tasks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "procedure",
                table: "handling_tasks",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ending",
                table: "acceptance_cases",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(16)",
                oldMaxLength: 16,
                oldNullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "correct_by",
                table: "acceptance_cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "correct_by_provisional",
                table: "acceptance_cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "correction_asked_on",
                table: "acceptance_cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "correction_days",
                table: "acceptance_cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "extended_days",
                table: "acceptance_cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "owed",
                table: "acceptance_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "owed_asked_on",
                table: "acceptance_cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "owed_by",
                table: "acceptance_cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "owed_by_provisional",
                table: "acceptance_cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "owed_days",
                table: "acceptance_cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "owed_until",
                table: "acceptance_cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "partners",
                table: "acceptance_cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "procedures",
                table: "acceptance_cases",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_opinions",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(21)", unicode: false, maxLength: 21, nullable: false),
                    @case = table.Column<string>(name: "case", type: "character varying(21)", unicode: false, maxLength: 21, nullable: false),
                    share = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    department = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    system = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    due_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    escalated = table.Column<bool>(type: "boolean", nullable: false),
                    answer = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_opinions", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_state_correct_by",
                table: "acceptance_cases",
                columns: new[] { "state", "correct_by" },
                filter: "correct_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_state_owed_by",
                table: "acceptance_cases",
                columns: new[] { "state", "owed_by" },
                filter: "owed is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_opinions_case",
                table: "acceptance_opinions",
                column: "case");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_opinions_state_due",
                table: "acceptance_opinions",
                columns: new[] { "state", "due" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_opinions");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_state_correct_by",
                table: "acceptance_cases");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_state_owed_by",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "extended",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "last_procedure",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "lead",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "note",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "opinions_told",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "owed",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "owed_by",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "procedure",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "correct_by",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "correct_by_provisional",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "correction_asked_on",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "correction_days",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "extended_days",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "owed",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "owed_asked_on",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "owed_by",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "owed_by_provisional",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "owed_days",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "owed_until",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "partners",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "procedures",
                table: "acceptance_cases");

            migrationBuilder.AlterColumn<string>(
                name: "platform_ending",
                table: "handling_tasks",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(24)",
                oldMaxLength: 24,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ended_by",
                table: "handling_tasks",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(24)",
                oldMaxLength: 24,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ending",
                table: "acceptance_cases",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(24)",
                oldMaxLength: 24,
                oldNullable: true);
        }
    }
}
