using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acceptance_transfer_lines",
                columns: table => new
                {
                    slip = table.Column<Guid>(type: "uuid", nullable: false),
                    @case = table.Column<string>(name: "case", type: "character varying(21)", unicode: false, maxLength: 21, nullable: false),
                    kind = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    item_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    what = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    copies = table.Column<int>(type: "integer", nullable: false),
                    missing = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_transfer_lines", x => new { x.slip, x.@case });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_transfer_series",
                columns: table => new
                {
                    from = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    given = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_transfer_series", x => new { x.from, x.year });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_transfer_slips",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    kind = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    from = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    from_name = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    from_region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    to = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    to_name = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    to_region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    packed_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    packed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    handed_over_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    carrier = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    handed_over_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    received_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: true),
                    missing = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_transfer_slips", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_workload",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    point = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    deciding = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    point_name = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    point_region = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    handed_over = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_workload", x => new { x.month, x.point, x.deciding });
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_lines_case_kind",
                table: "acceptance_transfer_lines",
                columns: new[] { "case", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_from_region_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "from_region", "state", "packed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_from_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "from", "state", "packed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_number",
                table: "acceptance_transfer_slips",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_to_region_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "to_region", "state", "packed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_to_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "to", "state", "packed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_transfer_lines");

            migrationBuilder.DropTable(
                name: "acceptance_transfer_series");

            migrationBuilder.DropTable(
                name: "acceptance_transfer_slips");

            migrationBuilder.DropTable(
                name: "acceptance_workload");
        }
    }
}
