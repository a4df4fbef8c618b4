using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Ratings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "urged_on",
                table: "handling_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "urged_on",
                table: "acceptance_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_ratings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    item_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    department_region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    service_point_name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    tags = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    rated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_ratings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_ratings_case",
                table: "acceptance_ratings",
                column: "case",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_ratings_department_region_rated_at",
                table: "acceptance_ratings",
                columns: new[] { "department_region", "rated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_ratings_service_point_rated_at",
                table: "acceptance_ratings",
                columns: new[] { "service_point", "rated_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_ratings");

            migrationBuilder.DropColumn(
                name: "urged_on",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "urged_on",
                table: "acceptance_cases");
        }
    }
}
