using MlaBot.Testing;

namespace MlaBot.Tests.LocalChat;

public sealed class LocalChatServiceTests
{
    [Fact]
    public async Task Piped_lines_read_as_a_chat_and_their_end_stops_the_host()
    {
        await using var chat = await TestChat.StartAsync("/tell one\r\n\n/as ana\n/tell two three");

        (await chat.RunAsync()).ShouldBe(
            """
            you> /tell one
            MlaBot:
              you: one|

            you> /as ana
            * You are now ana.
            ana> /tell two three
            MlaBot:
              ana: two|three


            """);
    }

    [Fact]
    public async Task Quit_stops_the_host_before_the_end_of_the_input()
    {
        await using var chat = await TestChat.StartAsync("/quit\n/tell one\n");

        (await chat.RunAsync()).ShouldBe("you> /quit\n");
    }

    [Fact]
    public async Task A_whole_day_can_be_piped()
    {
        await using var chat = await TestChat.StartAsync("/schedule now 1\nB\n/as ana\nA\n/time +13h\n/why\n", New.ChoiceItem("B", shuffle: false));

        var shown = await chat.RunAsync();

        shown.ShouldContain("you> B\nMlaBot (only you see this):\n  Right\n");
        shown.ShouldContain("ana> A\nMlaBot (only you see this):\n  Not right\n");
        shown.ShouldContain("  A ##########           1 of 2 (50 %)\n  B ##########           1 of 2 (50 %) ✓ key\n");
        shown.ShouldContain("You answered A: not right.");
    }
}
