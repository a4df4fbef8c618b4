using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReductionSamples : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "sample",
                table: "catalogue_material_reductions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "sample",
                table: "catalogue_material_reductions");
        }
    }
}
