using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MlaBot.Storage.Database.Migrations
{
    /// <inheritdoc />
    public partial class Boards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BoardMembers",
                columns: table => new
                {
                    LearnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", nullable: false),
                    AliasKey = table.Column<string>(type: "TEXT", nullable: true),
                    IsHidden = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoardMembers", x => x.LearnerId);
                    table.ForeignKey(
                        name: "FK_BoardMembers_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BoardSettings",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosesWeeks = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosesMonths = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosesSeasons = table.Column<bool>(type: "INTEGER", nullable: false),
                    TellsMilestones = table.Column<bool>(type: "INTEGER", nullable: false),
                    Quorum = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoardSettings", x => x.ChannelId);
                    table.ForeignKey(
                        name: "FK_BoardSettings_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // EF cannot say WITHOUT ROWID, which makes the key the order of the rows: a board is read in one run.
            migrationBuilder.Sql(
                """
                CREATE TABLE "BoardTotals" (
                    "ChannelId" INTEGER NOT NULL,
                    "Kind" INTEGER NOT NULL,
                    "Start" INTEGER NOT NULL,
                    "LearnerId" INTEGER NOT NULL,
                    "Answered" INTEGER NOT NULL,
                    "Right" INTEGER NOT NULL,
                    CONSTRAINT "PK_BoardTotals" PRIMARY KEY ("ChannelId", "Kind", "Start", "LearnerId")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "Boards",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    End = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Final = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Boards", x => new { x.ChannelId, x.Kind, x.Start });
                    table.ForeignKey(
                        name: "FK_Boards_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CountedPosts",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedPosts", x => x.PostId);
                    table.ForeignKey(
                        name: "FK_CountedPosts_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupDays",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Date = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Active = table.Column<int>(type: "INTEGER", nullable: false),
                    IsStale = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupDays", x => new { x.ChannelId, x.Date });
                    table.ForeignKey(
                        name: "FK_GroupDays_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    LearnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TellIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => new { x.LearnerId, x.Kind, x.Value });
                    table.ForeignKey(
                        name: "FK_Milestones_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BoardMembers_GroupId_AliasKey",
                table: "BoardMembers",
                columns: new[] { "GroupId", "AliasKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Boards_State_End",
                table: "Boards",
                columns: new[] { "State", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupDays_IsStale",
                table: "GroupDays",
                column: "IsStale",
                filter: "IsStale = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_TellIn",
                table: "Milestones",
                column: "TellIn",
                filter: "TellIn IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BoardMembers");

            migrationBuilder.DropTable(
                name: "BoardSettings");

            migrationBuilder.DropTable(
                name: "BoardTotals");

            migrationBuilder.DropTable(
                name: "Boards");

            migrationBuilder.DropTable(
                name: "CountedPosts");

            migrationBuilder.DropTable(
                name: "GroupDays");

            migrationBuilder.DropTable(
                name: "Milestones");
        }
    }
}
