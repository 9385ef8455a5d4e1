using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MlaBot.Storage.Database.Migrations
{
    /// <inheritdoc />
    public partial class ColdPicks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "PicksColdest",
                table: "Channels",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PicksColdest",
                table: "Channels");
        }
    }
}
