using System.Text.Json;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests;

public sealed class WireTests
{
    [Fact]
    public void A_block_names_its_type_first_and_leaves_out_what_is_not_set()
    {
        var view = new SlackView(SlackView.Modal, [new ActionsBlock([new ButtonElement("daily.answer:5-1:A", TextObject.Plain("A"))])]) { Title = TextObject.Plain("Hello") };

        JsonSerializer.Serialize(view, SlackJson.Default.SlackView).ShouldBe(
            """{"type":"modal","blocks":[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"A","emoji":false},"action_id":"daily.answer:5-1:A"}]}],"title":{"type":"plain_text","text":"Hello","emoji":false}}""");
    }
}
