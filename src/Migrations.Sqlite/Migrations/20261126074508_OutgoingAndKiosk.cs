using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                unicode: false,
                maxLength: 43,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_outgoing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    given_up = table.Column<bool>(type: "INTEGER", nullable: false)
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
