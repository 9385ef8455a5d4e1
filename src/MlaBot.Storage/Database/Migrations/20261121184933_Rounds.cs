using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MlaBot.Storage.Database.Migrations
{
    /// <inheritdoc />
    public partial class Rounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Posts_GroupId_State_DueAt_OpenedAt",
                table: "Posts");

            migrationBuilder.RenameColumn(
                name: "IsPractice",
                table: "Answers",
                newName: "Kind");

            migrationBuilder.RenameIndex(
                name: "IX_Answers_LearnerId_IsPractice_Day_IsGrace",
                table: "Answers",
                newName: "IX_Answers_LearnerId_Kind_Day_IsGrace");

            migrationBuilder.AlterColumn<long>(
                name: "ScheduleId",
                table: "Posts",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<long>(
                name: "RoundId",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Exam = table.Column<string>(type: "TEXT", nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rounds_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundPlayers",
                columns: table => new
                {
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    FromQuestion = table.Column<int>(type: "INTEGER", nullable: false),
                    Team = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundPlayers", x => new { x.RoundId, x.UserId });
                    table.ForeignKey(
                        name: "FK_RoundPlayers_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_GroupId_State_DueAt_OpenedAt_RoundId",
                table: "Posts",
                columns: new[] { "GroupId", "State", "DueAt", "OpenedAt", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_RoundId_Slot",
                table: "Posts",
                columns: new[] { "RoundId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_ChannelId_StartedAt",
                table: "Rounds",
                columns: new[] { "ChannelId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "OneRunningRound",
                table: "Rounds",
                column: "ChannelId",
                unique: true,
                filter: "Phase NOT IN (8, 9)");

            migrationBuilder.AddForeignKey(
                name: "FK_Posts_Rounds_RoundId",
                table: "Posts",
                column: "RoundId",
                principalTable: "Rounds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Posts_Rounds_RoundId",
                table: "Posts");

            migrationBuilder.DropTable(
                name: "RoundPlayers");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_Posts_GroupId_State_DueAt_OpenedAt_RoundId",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "IX_Posts_RoundId_Slot",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "RoundId",
                table: "Posts");

            migrationBuilder.RenameColumn(
                name: "Kind",
                table: "Answers",
                newName: "IsPractice");

            migrationBuilder.RenameIndex(
                name: "IX_Answers_LearnerId_Kind_Day_IsGrace",
                table: "Answers",
                newName: "IX_Answers_LearnerId_IsPractice_Day_IsGrace");

            migrationBuilder.AlterColumn<long>(
                name: "ScheduleId",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Posts_GroupId_State_DueAt_OpenedAt",
                table: "Posts",
                columns: new[] { "GroupId", "State", "DueAt", "OpenedAt" });
        }
    }
}
