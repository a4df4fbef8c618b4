using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Reform : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "successor",
                table: "directory_departments",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_drafts_updated_at",
                table: "acceptance_drafts",
                column: "updated_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_acceptance_drafts_updated_at",
                table: "acceptance_drafts");

            migrationBuilder.DropColumn(
                name: "successor",
                table: "directory_departments");
        }
    }
}
