using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FavouritesAndReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalogue_corrections",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    item = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    item_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    county = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    answered_by = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_favourites",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    item = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_favourites", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_corrections_county_state_id",
                table: "catalogue_corrections",
                columns: new[] { "county", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_corrections_number",
                table: "catalogue_corrections",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_corrections_state_id",
                table: "catalogue_corrections",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_favourites_person_id",
                table: "portal_favourites",
                columns: new[] { "person", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_favourites_person_item_region",
                table: "portal_favourites",
                columns: new[] { "person", "item", "region" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_corrections");

            migrationBuilder.DropTable(
                name: "portal_favourites");
        }
    }
}
