using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Postgres.Migrations
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
                type: "character varying(64)",
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
