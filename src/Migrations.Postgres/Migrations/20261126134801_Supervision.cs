using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "supervision_cases",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(21)", unicode: false, maxLength: 21, nullable: false),
                    item = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    department = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    legal_due = table.Column<DateOnly>(type: "date", nullable: true),
                    promised_due = table.Column<DateOnly>(type: "date", nullable: true),
                    promised_days = table.Column<int>(type: "integer", nullable: false),
                    awaits_applicant = table.Column<bool>(type: "boolean", nullable: false),
                    paused_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed = table.Column<bool>(type: "boolean", nullable: false),
                    ended = table.Column<bool>(type: "boolean", nullable: false),
                    seen = table.Column<int>(type: "integer", nullable: false),
                    check_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_cases", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "supervision_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @case = table.Column<string>(name: "case", type: "character varying(21)", unicode: false, maxLength: 21, nullable: false),
                    item = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    rule = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    occurrence = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    department = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    answer_kind = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_rules",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    parameter = table.Column<int>(type: "integer", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    published_by = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_rules", x => new { x.code, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_cases_check_on_number",
                table: "supervision_cases",
                columns: new[] { "check_on", "number" },
                filter: "check_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_case_rule_occurrence",
                table: "supervision_findings",
                columns: new[] { "case", "rule", "occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_found_at",
                table: "supervision_findings",
                column: "found_at");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_region_state_found_at",
                table: "supervision_findings",
                columns: new[] { "region", "state", "found_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_state_found_at",
                table: "supervision_findings",
                columns: new[] { "state", "found_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "supervision_cases");

            migrationBuilder.DropTable(
                name: "supervision_findings");

            migrationBuilder.DropTable(
                name: "supervision_rules");
        }
    }
}
