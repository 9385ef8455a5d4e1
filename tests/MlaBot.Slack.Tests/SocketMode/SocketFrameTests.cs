using System.Text;
using MlaBot.Slack.SocketMode.Protocol;

namespace MlaBot.Slack.Tests.SocketMode;

public sealed class SocketFrameTests
{
    [Fact]
    public void A_hello_says_how_long_the_socket_lives()
    {
        var frame = Read(
            """{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"},"debug_info":{"host":"applink-1","build_number":10,"started":"x","approximate_connection_time":18060}}""");
        (frame.Kind, frame.Lifetime).ShouldBe((SocketFrameKind.Hello, TimeSpan.FromSeconds(18060)));
        Read("""{"type":"hello"}""").Lifetime.ShouldBeNull();
        Read("""{"type":"hello","debug_info":{"approximate_connection_time":-1}}""").Lifetime.ShouldBeNull();
        Read("""{"type":"hello","debug_info":{"approximate_connection_time":{"x":[]}}}""").Lifetime.ShouldBeNull();
        Read("""{"type":"hello","debug_info":[1,{"approximate_connection_time":5}]}""").Lifetime.ShouldBeNull();
    }

    [Theory]
    [InlineData("warning", (int)DisconnectReason.Warning)]
    [InlineData("refresh_requested", (int)DisconnectReason.RefreshRequested)]
    [InlineData("too_many_websockets", (int)DisconnectReason.TooManyWebSockets)]
    [InlineData("link_disabled", (int)DisconnectReason.LinkDisabled)]
    [InlineData("socket_mode_disabled", (int)DisconnectReason.SocketModeDisabled)]
    [InlineData("something_new", (int)DisconnectReason.Unknown)]
    public void A_disconnect_says_why(string word, int reason)
    {
        var frame = Read($$"""{"reason":"{{word}}","type":"disconnect","debug_info":{"host":"x"} }""");
        (frame.Kind, frame.Reason, frame.ReasonWord).ShouldBe((SocketFrameKind.Disconnect, (DisconnectReason)reason, word));
    }

    [Fact]
    public void A_disconnect_without_a_usable_reason_is_still_one()
    {
        Read("""{"type":"disconnect"}""").Reason.ShouldBe(DisconnectReason.Unknown);
        Read("""{"type":"disconnect","reason":{"a":1}}""").Reason.ShouldBe(DisconnectReason.Unknown);
        Read("""{"type":"disconnect","reason":"xoxb-1-secret"}""").ReasonWord.ShouldBe("(not a word)");
    }

    [Fact]
    public void An_envelope_gives_its_payload_as_it_came_wherever_it_stands()
    {
        var text = """ {"payload": {"a":"ä\u00e4", "type":"block_actions","envelope_id":"no"} ,"envelope_id":"b-1","retry_attempt":2,"retry_reason":"timeout","accepts_response_payload":true,"new":{"type":"x"},"type":"interactive"} """;
        var frame = Read(text);
        (frame.Kind, frame.Type, frame.Id, frame.AcceptsPayload, frame.RetryAttempt).ShouldBe((SocketFrameKind.Envelope, "interactive", "b-1", true, 2));
        var bytes = Encoding.UTF8.GetBytes(text);
        Encoding.UTF8.GetString(bytes[frame.Payload]).ShouldBe("""{"a":"ä\u00e4", "type":"block_actions","envelope_id":"no"}""");
        Encoding.UTF8.GetString(bytes[frame.RawId]).ShouldBe("b-1");
    }

    [Fact]
    public void An_escaped_id_is_kept_in_both_forms()
    {
        var text = """{"type":"events_api","envelope_id":"a\"\u0041","payload":{}}""";
        var frame = Read(text);
        frame.Id.ShouldBe("a\"A");
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)[frame.RawId]).ShouldBe("""a\"\u0041""");
    }

    [Fact]
    public void A_type_that_is_not_known_is_read_and_fit_for_a_log()
    {
        var frame = Read("""{"type":"brand_new","envelope_id":"b-1","payload":[1]}""");
        (frame.Kind, frame.Type, frame.Id).ShouldBe((SocketFrameKind.Other, "brand_new", "b-1"));
        Read("""{"type":"xapp-1-secret"}""").Type.ShouldBe("(not a word)");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":{"a":1}}""")]
    [InlineData("""{"type":"hello"}{""")]
    [InlineData("""{"type":"hello",}""")]
    [InlineData("""{"type":"events_api","payload":{}}""")]
    [InlineData("""{"type":"events_api","envelope_id":"","payload":{}}""")]
    [InlineData("""{"type":"events_api","envelope_id":7,"payload":{}}""")]
    [InlineData("""{"type":"events_api","envelope_id":"\ud800","payload":{}}""")]
    [InlineData("""{"type":"events_api","envelope_id":"x"}""")]
    [InlineData("""{"type":"events_api","envelope_id":"x","payload":"{}"}""")]
    [InlineData("""{"type":"events_api","envelope_id":"x","payload":null}""")]
    public void What_makes_no_sense_is_refused(string text) => SocketFrame.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void An_id_of_any_length_but_a_huge_one_is_taken()
    {
        var id = new string('x', SocketFrame.LongestId);
        Read($$"""{"type":"events_api","envelope_id":"{{id}}","payload":{} }""").Id.ShouldBe(id);
        SocketFrame.TryRead(Encoding.UTF8.GetBytes($$"""{"type":"events_api","envelope_id":"{{id}}x","payload":{} }"""), out _).ShouldBeFalse();
    }

    private static SocketFrame Read(string text)
    {
        SocketFrame.TryRead(Encoding.UTF8.GetBytes(text), out var frame).ShouldBeTrue(text);
        return frame;
    }
}
