using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OutgoingAndKiosk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "resident_key",
                table: "identity_people",
                type: "character varying(43)",
                unicode: false,
                maxLength: 43,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_outgoing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    @case = table.Column<string>(name: "case", type: "character varying(21)", unicode: false, maxLength: 21, nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    trouble = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    given_up = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_outgoing", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_resident_key",
                table: "identity_people",
                column: "resident_key");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_outgoing_due_at",
                table: "acceptance_outgoing",
                column: "due_at",
                filter: "sent_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_outgoing");

            migrationBuilder.DropIndex(
                name: "ix_identity_people_resident_key",
                table: "identity_people");

            migrationBuilder.DropColumn(
                name: "resident_key",
                table: "identity_people");
        }
    }
}
