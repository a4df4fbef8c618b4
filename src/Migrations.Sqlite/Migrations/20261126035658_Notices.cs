using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acceptance_notice_series",
                columns: table => new
                {
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_notice_series", x => new { x.department, x.year, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_notices", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_notices_case_issued_at",
                table: "acceptance_notices",
                columns: new[] { "case", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_notices_number",
                table: "acceptance_notices",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_notice_series");

            migrationBuilder.DropTable(
                name: "acceptance_notices");
        }
    }
}
