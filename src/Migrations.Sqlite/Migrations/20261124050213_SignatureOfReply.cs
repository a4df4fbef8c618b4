using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignatureOfReply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "jti",
                table: "exchange_inbound",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "jti",
                table: "exchange_inbound");
        }
    }
}
