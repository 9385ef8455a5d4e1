using System.Text.Json;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests;

public sealed class WireTests
{
    [Fact]
    public void A_message_pings_nobody_and_leaves_out_what_it_does_not_say()
    {
        var message = new MessagePayload { Flags = MessageFlags.ComponentsV2, Components = [new TextDisplay("hello"), new ActionRow([new Button(Button.Primary, "A", "daily.answer:1:A")])] };

        var json = JsonSerializer.Serialize(message, DiscordJson.Default.MessagePayload);

        json.ShouldBe(
            """
            {"flags":32768,"components":[{"type":10,"content":"hello"},{"type":1,"components":[{"type":2,"style":1,"label":"A","custom_id":"daily.answer:1:A"}]}],"allowed_mentions":{"parse":[]}}
            """);
    }
}
