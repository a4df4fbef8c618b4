using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ItemChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "levels",
                table: "catalogue_items",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "catalogue_changes",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    starts_from = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    proposed = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    effective_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    batch = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    reviewed_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    legal_reviewed_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_version = table.Column<int>(type: "INTEGER", nullable: true),
                    open_key = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_changes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_batch_id",
                table: "catalogue_changes",
                columns: new[] { "batch", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_code_region_id",
                table: "catalogue_changes",
                columns: new[] { "code", "region", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_open_key",
                table: "catalogue_changes",
                column: "open_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_stage_effective_at",
                table: "catalogue_changes",
                columns: new[] { "stage", "effective_at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_stage_id",
                table: "catalogue_changes",
                columns: new[] { "stage", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_changes");

            migrationBuilder.DropColumn(
                name: "levels",
                table: "catalogue_items");
        }
    }
}
