using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
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
                    department = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_notice_series", x => new { x.department, x.year, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @case = table.Column<string>(name: "case", type: "character varying(21)", unicode: false, maxLength: 21, nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    title = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    number = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
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
