using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class QueueAndAppointments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acceptance_appointments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    service_point_name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    group_name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    start = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    booked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ticket = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_appointments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_booked_slots",
                columns: table => new
                {
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    start = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_booked_slots", x => new { x.service_point, x.group, x.day, x.start });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_queue_groups",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    slot_capacity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_queue_groups", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_queue_sequences",
                columns: table => new
                {
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    given = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_queue_sequences", x => new { x.service_point, x.day, x.group });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_queue_tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ordered_by = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    by_appointment = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    counter = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    called_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    calls = table.Column<int>(type: "INTEGER", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_queue_tickets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_appointments_holder_day",
                table: "acceptance_appointments",
                columns: new[] { "holder", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_appointments_service_point_day_code",
                table: "acceptance_appointments",
                columns: new[] { "service_point", "day", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_appointments_state_day",
                table: "acceptance_appointments",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_queue_tickets_service_point_day_number",
                table: "acceptance_queue_tickets",
                columns: new[] { "service_point", "day", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_queue_tickets_service_point_day_state_ordered_by",
                table: "acceptance_queue_tickets",
                columns: new[] { "service_point", "day", "state", "ordered_by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_appointments");

            migrationBuilder.DropTable(
                name: "acceptance_booked_slots");

            migrationBuilder.DropTable(
                name: "acceptance_queue_groups");

            migrationBuilder.DropTable(
                name: "acceptance_queue_sequences");

            migrationBuilder.DropTable(
                name: "acceptance_queue_tickets");
        }
    }
}
