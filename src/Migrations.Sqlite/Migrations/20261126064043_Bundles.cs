using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Bundles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "bundle",
                table: "acceptance_drafts",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "bundle",
                table: "acceptance_cases",
                type: "TEXT",
                unicode: false,
                maxLength: 21,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_bundle_cases",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    bundle = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    service_point_name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    applicant_kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    applicant_number = table.Column<string>(type: "TEXT", nullable: false),
                    applicant_phone = table.Column<string>(type: "TEXT", nullable: false),
                    applicant_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    materials = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_bundle_cases", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_bundle_steps",
                columns: table => new
                {
                    bundle = table.Column<string>(type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: true),
                    answers = table.Column<string>(type: "TEXT", nullable: true),
                    materials = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_bundle_steps", x => new { x.bundle, x.key });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_bundles",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    definition = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_bundles", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_bundle_cases_applicant_key_submitted_at",
                table: "acceptance_bundle_cases",
                columns: new[] { "applicant_key", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_bundle_cases_service_point_submitted_at",
                table: "acceptance_bundle_cases",
                columns: new[] { "service_point", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_bundle_steps_case",
                table: "acceptance_bundle_steps",
                column: "case",
                filter: "\"case\" is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_bundle_cases");

            migrationBuilder.DropTable(
                name: "acceptance_bundle_steps");

            migrationBuilder.DropTable(
                name: "acceptance_bundles");

            migrationBuilder.DropColumn(
                name: "bundle",
                table: "acceptance_drafts");

            migrationBuilder.DropColumn(
                name: "bundle",
                table: "acceptance_cases");
        }
    }
}
