using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SitesAndSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "directory_service_points",
                type: "character varying(160)",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "department",
                table: "directory_service_points",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "hours",
                table: "directory_service_points",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "directory_service_points",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "latitude",
                table: "directory_service_points",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "longitude",
                table: "directory_service_points",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone",
                table: "directory_service_points",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "sample",
                table: "directory_service_points",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "sample_place",
                table: "directory_service_points",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "windows",
                table: "directory_service_points",
                type: "integer",
                nullable: true);

            // Points that are there already are each their region's first, whose kind follows from the region's level.
            migrationBuilder.Sql("""
                update directory_service_points set kind = case
                    when region = '330200000000' then 'MunicipalHall'
                    when region like '3302K%' then 'ZoneHall'
                    when region like '______000000' then 'CountyHall'
                    when region like '_________000' then 'TownStation'
                    else 'VillageStation' end
                """);

            migrationBuilder.CreateTable(
                name: "catalogue_synonyms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    words = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_synonyms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_notices",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    county = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    body = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    author = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_notices", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_synonyms_kind_words",
                table: "catalogue_synonyms",
                columns: new[] { "kind", "words" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_notices_county_published_at_id",
                table: "portal_notices",
                columns: new[] { "county", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_notices_published_at_id",
                table: "portal_notices",
                columns: new[] { "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_notices_region_published_at_id",
                table: "portal_notices",
                columns: new[] { "region", "published_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_synonyms");

            migrationBuilder.DropTable(
                name: "portal_notices");

            migrationBuilder.DropColumn(
                name: "address",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "department",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "hours",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "latitude",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "longitude",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "phone",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "sample",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "sample_place",
                table: "directory_service_points");

            migrationBuilder.DropColumn(
                name: "windows",
                table: "directory_service_points");
        }
    }
}
