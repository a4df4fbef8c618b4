using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Delivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "collect_at",
                table: "acceptance_cases",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "acceptance_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ready_at",
                table: "acceptance_cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "acceptance_bundle_cases",
                type: "text",
                nullable: true);

            // Results that wait already are found by when they were closed.
            migrationBuilder.Sql("update acceptance_cases set ready_at = closed_at where state = 'Closed' and handed_over is null and ending in ('Granted', 'Refused')");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_bundle",
                table: "acceptance_cases",
                column: "bundle",
                filter: "bundle is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_collect_at_ready_at_number",
                table: "acceptance_cases",
                columns: new[] { "collect_at", "ready_at", "number" },
                filter: "ready_at is not null and collect_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_department_region_ready_at_number",
                table: "acceptance_cases",
                columns: new[] { "department_region", "ready_at", "number" },
                filter: "ready_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_service_point_ready_at_number",
                table: "acceptance_cases",
                columns: new[] { "service_point", "ready_at", "number" },
                filter: "ready_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_bundle",
                table: "acceptance_cases");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_collect_at_ready_at_number",
                table: "acceptance_cases");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_department_region_ready_at_number",
                table: "acceptance_cases");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_service_point_ready_at_number",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "collect_at",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "ready_at",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "acceptance_bundle_cases");
        }
    }
}
