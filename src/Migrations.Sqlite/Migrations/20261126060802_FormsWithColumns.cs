using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "published_at",
                table: "forms_definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "forms_definitions",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            // Until now all forms came from the files.
            migrationBuilder.Sql("""
                UPDATE forms_definitions SET imported = 1, title = substr(json_extract(definition, '$.title'), 1, 120),
                    published_at = COALESCE((SELECT max(j.at) FROM journal j WHERE j.stream = 'form/' || forms_definitions.item AND json_extract(j.data, '$.version') = forms_definitions.version), published_at);
                """);

            migrationBuilder.AddColumn<string>(
                name: "disputed",
                table: "acceptance_submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "prefilled",
                table: "acceptance_drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "forms_drafts",
                columns: table => new
                {
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    based_on = table.Column<int>(type: "INTEGER", nullable: false),
                    definition = table.Column<string>(type: "TEXT", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
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
