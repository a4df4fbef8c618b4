using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ImplementingItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_catalogue_items_state",
                table: "catalogue_items");

            migrationBuilder.AddColumn<string>(
                name: "imported_as",
                table: "catalogue_items",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "catalogue_items",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "state_since",
                table: "catalogue_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "catalogue_implementing_items",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    base_version = table.Column<int>(type: "integer", nullable: false),
                    organ = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    local = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_implementing_items", x => new { x.code, x.region, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_items_ended_at_code",
                table: "catalogue_items",
                columns: new[] { "ended_at", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_implementing_items_region_ended_at_code",
                table: "catalogue_implementing_items",
                columns: new[] { "region", "ended_at", "code" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_implementing_items");

            migrationBuilder.DropIndex(
                name: "ix_catalogue_items_ended_at_code",
                table: "catalogue_items");

            migrationBuilder.DropColumn(
                name: "imported_as",
                table: "catalogue_items");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "catalogue_items");

            migrationBuilder.DropColumn(
                name: "state_since",
                table: "catalogue_items");

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_items_state",
                table: "catalogue_items",
                column: "state");
        }
    }
}
