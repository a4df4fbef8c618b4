using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
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
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_drafts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_bundle_cases",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_company = table.Column<bool>(type: "boolean", nullable: false),
                    principal_name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    principal_number = table.Column<string>(type: "text", nullable: false),
                    principal_key = table.Column<string>(type: "character varying(43)", unicode: false, maxLength: 43, nullable: false),
                    principal_phone = table.Column<string>(type: "text", nullable: false),
                    agent_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    agent_number = table.Column<string>(type: "text", nullable: false),
                    agent_key = table.Column<string>(type: "character varying(43)", unicode: false, maxLength: 43, nullable: false),
                    items = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
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
