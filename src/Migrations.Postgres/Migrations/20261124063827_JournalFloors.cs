using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class JournalFloors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(JournalFloorFunctions.Create);

            migrationBuilder.DropColumn(
                name: "transaction",
                table: "journal");

            migrationBuilder.AlterColumn<long>(
                name: "position",
                table: "journal",
                type: "bigint",
                nullable: false,
                defaultValueSql: "journal_next_position()",
                oldClrType: typeof(long),
                oldType: "bigint",
                oldDefaultValueSql: "pg_current_xact_id()::text::bigint * 0 + nextval('journal_positions')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "position",
                table: "journal",
                type: "bigint",
                nullable: false,
                defaultValueSql: "pg_current_xact_id()::text::bigint * 0 + nextval('journal_positions')",
                oldClrType: typeof(long),
                oldType: "bigint",
                oldDefaultValueSql: "journal_next_position()");

            migrationBuilder.AddColumn<long>(
                name: "transaction",
                table: "journal",
                type: "bigint",
                nullable: false,
                defaultValueSql: "pg_current_xact_id()::text::bigint");

            migrationBuilder.Sql(JournalFloorFunctions.Drop);
        }
    }
}
