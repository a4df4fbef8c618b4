using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class BatchApplications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acceptance_batch_rows",
                columns: table => new
                {
                    batch = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    values = table.Column<string>(type: "text", nullable: false),
                    problems = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    @case = table.Column<string>(name: "case", type: "character varying(21)", unicode: false, maxLength: 21, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_batch_rows", x => new { x.batch, x.number });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    item = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    item_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    applicant_kind = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    applicant_name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    applicant_number = table.Column<string>(type: "text", nullable: false),
                    applicant_phone = table.Column<string>(type: "text", nullable: false),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    materials = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_batches", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_batch_rows_batch_state",
                table: "acceptance_batch_rows",
                columns: new[] { "batch", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_batches_owner_begun_at",
                table: "acceptance_batches",
                columns: new[] { "owner", "begun_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_batches_state",
                table: "acceptance_batches",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_batch_rows");

            migrationBuilder.DropTable(
                name: "acceptance_batches");
        }
    }
}
