using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FormsWithColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "imported",
                table: "forms_definitions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "published_at",
                table: "forms_definitions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "forms_definitions",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            // Until now all forms came from the files.
            migrationBuilder.Sql("""
                UPDATE forms_definitions SET imported = TRUE, title = substr(definition::json ->> 'title', 1, 120),
                    published_at = COALESCE((SELECT max(j.at) FROM journal j WHERE j.stream = 'form/' || forms_definitions.item AND (j.data::json ->> 'version')::int = forms_definitions.version), published_at);
                """);

            migrationBuilder.AddColumn<string>(
                name: "disputed",
                table: "acceptance_submissions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "prefilled",
                table: "acceptance_drafts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "forms_drafts",
                columns: table => new
                {
                    item = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    based_on = table.Column<int>(type: "integer", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forms_drafts", x => x.item);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "forms_drafts");

            migrationBuilder.DropColumn(
                name: "imported",
                table: "forms_definitions");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "forms_definitions");

            migrationBuilder.DropColumn(
                name: "title",
                table: "forms_definitions");

            migrationBuilder.DropColumn(
                name: "disputed",
                table: "acceptance_submissions");

            migrationBuilder.DropColumn(
                name: "prefilled",
                table: "acceptance_drafts");
        }
    }
}
