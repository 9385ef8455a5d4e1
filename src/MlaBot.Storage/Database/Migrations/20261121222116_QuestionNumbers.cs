using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MlaBot.Storage.Database.Migrations
{
    /// <inheritdoc />
    public partial class QuestionNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Questions",
                table: "Groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Until here people knew a post by its id: those numbers stay theirs.
            migrationBuilder.Sql("UPDATE Posts SET Number = Id WHERE State <> 0;");
            migrationBuilder.Sql("UPDATE Groups SET Questions = coalesce((SELECT max(Number) FROM Posts p WHERE p.GroupId = Groups.Id), 0);");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_GroupId_Number",
                table: "Posts",
                columns: new[] { "GroupId", "Number" },
                unique: true,
                filter: "Number > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Posts_GroupId_Number",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Questions",
                table: "Groups");
        }
    }
}
