using System.Text.Json;
using MlaBot.Chat.Cards;
using MlaBot.Discord.Rendering;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Rendering;

public sealed class PostMarkerTests
{
    [Fact]
    public void A_message_that_was_sent_with_a_marker_is_found_by_it_and_by_no_other()
    {
        var received = Received(DiscordRenderer.Message(new Card(new Section("hello")), "post:12")[0]);

        PostMarker.Carries(received, "post:12").ShouldBeTrue();
        PostMarker.Carries(received, "post:12:reveal").ShouldBeFalse();
        PostMarker.Carries(received, "post:1").ShouldBeFalse();
    }

    [Fact]
    public void A_message_with_a_role_called_before_it_is_found_too()
    {
        var style = new Core.Channels.PostingStyle(OpensThread: false, IsSilent: false, MentionRole: "123");

        PostMarker.Carries(Received(DiscordRenderer.Message(new Card(new Section("hello")), "post:12", style)[0]), "post:12").ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","components":[]}""")]
    [InlineData("""{"id":"1","components":[{"type":10,"id":1,"content":"x"},{"type":17,"id":2,"components":[]},7,{"type":"17","id":"x"}]}""")]
    public void A_message_of_somebody_else_carries_nothing(string json) =>
        PostMarker.Carries(JsonSerializer.Deserialize(json, DiscordJson.Default.ReceivedMessage)!, "post:12").ShouldBeFalse();

    [Fact]
    public void The_last_of_several_messages_carries_the_marker_and_each_has_its_own_nonce()
    {
        var card = new Card([.. Enumerable.Range(0, 6).Select(_ => new Section(new string('x', 1500)))]);

        var messages = DiscordRenderer.Message(card, "post:12");

        messages.Count.ShouldBeGreaterThan(1);
        messages.Select(message => PostMarker.Carries(Received(message), "post:12")).ShouldBe([.. messages.SkipLast(1).Select(_ => false), true]);
        messages.Select(message => message.Nonce).ShouldBeUnique();
        PostMarker.Carries(Received(messages[0]), "post:12/1").ShouldBeTrue();
    }

    [Fact]
    public void Marks_of_many_posts_differ_and_never_meet_discords_own_numbers()
    {
        var markers = Enumerable.Range(1, 5000).SelectMany(post => new[] { $"post:{post}", $"post:{post}:reveal" }).ToArray();

        markers.Select(PostMarker.Id).ShouldBeUnique();
        markers.Select(PostMarker.Id).Min().ShouldBeGreaterThan(1000);
        markers.Select(PostMarker.Nonce).ShouldBeUnique();
        markers.Select(marker => PostMarker.Nonce(marker).Length).Distinct().ShouldBe([25]);
    }

    [Fact]
    public void An_edit_or_a_reply_has_no_nonce()
    {
        var message = DiscordRenderer.Message(new Card(new Section("hello"))).ShouldHaveSingleItem();

        message.Nonce.ShouldBeNull();
        message.EnforceNonce.ShouldBeNull();
    }

    private static ReceivedMessage Received(MessagePayload sent)
    {
        var components = JsonSerializer.SerializeToElement(sent, DiscordJson.Default.MessagePayload).GetProperty("components");
        return new ReceivedMessage { Id = "1", Components = components };
    }
}
