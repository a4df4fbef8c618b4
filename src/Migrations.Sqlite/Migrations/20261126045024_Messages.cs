using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Messages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "reminded_of",
                table: "acceptance_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    applicant_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    item_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_messages", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_messages_applicant_key",
                table: "acceptance_messages",
                column: "applicant_key",
                filter: "read_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_messages_applicant_key_at",
                table: "acceptance_messages",
                columns: new[] { "applicant_key", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_messages");

            migrationBuilder.DropColumn(
                name: "reminded_of",
                table: "acceptance_cases");
        }
    }
}
