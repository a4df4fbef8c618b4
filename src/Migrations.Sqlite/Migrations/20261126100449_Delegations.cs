using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Delegations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "agent_name",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_bundle_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_company = table.Column<bool>(type: "INTEGER", nullable: false),
                    principal_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    principal_number = table.Column<string>(type: "TEXT", nullable: false),
                    principal_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    principal_phone = table.Column<string>(type: "TEXT", nullable: false),
                    agent_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    agent_number = table.Column<string>(type: "TEXT", nullable: false),
                    agent_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_delegations", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_identity_delegations_agent_key_at",
                table: "identity_delegations",
                columns: new[] { "agent_key", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_delegations_principal_key_at",
                table: "identity_delegations",
                columns: new[] { "principal_key", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_delegations");

            migrationBuilder.DropColumn(
                name: "agent_name",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "acceptance_drafts");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "acceptance_bundle_cases");
        }
    }
}
