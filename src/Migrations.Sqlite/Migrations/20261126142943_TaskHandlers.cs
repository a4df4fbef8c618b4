using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TaskHandlers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "handler",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 96,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "handler_name",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_handling_tasks_handler_state_answer_by_case",
                table: "handling_tasks",
                columns: new[] { "handler", "state", "answer_by", "case" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_handling_tasks_handler_state_answer_by_case",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "handler",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "handler_name",
                table: "handling_tasks");
        }
    }
}
