using System.Text.Json.Nodes;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.Slack.Tests.Sockets;

public sealed class EnvelopeTests
{
    [Fact]
    public async Task A_command_carries_its_answer_in_the_acknowledgement()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        var delivery = slack.Command();

        var envelope = await client.ReadAsync();
        await client.AckAsync(delivery.EnvelopeId, ""","payload":{"text":"hello"}""");

        envelope["type"]!.ToString().ShouldBe("slash_commands");
        envelope["accepts_response_payload"]!.GetValue<bool>().ShouldBeTrue();
        envelope["retry_attempt"].ShouldBeNull();
        envelope["payload"]!["command"]!.ToString().ShouldBe("/mla");
        (await delivery.Acknowledged).ShouldNotBeNull().Payload!["text"]!.ToString().ShouldBe("hello");
        slack.Server.World.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"payload\":{}")]
    [InlineData(",\"payload\":null")]
    public async Task An_empty_acknowledgement_has_three_forms(string rest)
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        var delivery = slack.Press();

        // slack-go ends each message with a new line.
        await client.SayAsync($"{{\"envelope_id\":\"{await client.ReadEnvelopeAsync()}\"{rest}}}\n");

        (await delivery.Acknowledged).ShouldNotBeNull();
        slack.Server.World.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_envelope_goes_to_one_socket_and_they_take_turns()
    {
        await using var slack = await SocketHost.StartAsync();
        using var first = await slack.OpenAsync();
        using var second = await slack.OpenAsync();
        first.Hello["num_connections"]!.GetValue<int>().ShouldBe(1);
        second.Hello["num_connections"]!.GetValue<int>().ShouldBe(2);

        var sent = Enumerable.Range(1, 4).Select(slack.Event).Select(delivery => delivery.EnvelopeId).ToList();

        List<string> came = [await first.ReadEnvelopeAsync(), await second.ReadEnvelopeAsync(), await first.ReadEnvelopeAsync(), await second.ReadEnvelopeAsync()];
        came.ShouldBe(sent, ignoreOrder: true);
        slack.Figures.Envelopes.ShouldBe(4);
    }

    [Fact]
    public async Task An_unacknowledged_event_comes_three_times_more_and_is_lost()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        var delivery = slack.Event();
        var ids = new HashSet<string> { await client.ReadEnvelopeAsync() };

        TimeSpan[] waits = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(63), TimeSpan.FromSeconds(303)];
        foreach (var (attempt, wait) in waits.Index())
        {
            await slack.AdvanceUntilAsync(wait, () => slack.Figures.Redelivered == attempt + 1);
            var again = await client.ReadAsync();
            ids.Add(again["envelope_id"]!.ToString()).ShouldBeTrue();
            again["retry_attempt"]!.GetValue<int>().ShouldBe(attempt + 1);
            again["retry_reason"]!.ToString().ShouldBe("timeout");
            again["payload"]!["event_id"]!.ToString().ShouldBe("Ev1");
        }

        await slack.AdvanceUntilAsync(TimeSpan.FromSeconds(3), () => slack.Figures.LostEvents == 1);
        (await delivery.Acknowledged).ShouldBeNull();
    }

    [Fact]
    public async Task A_redelivered_event_can_be_acknowledged()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        var delivery = slack.Event();
        var first = await client.ReadEnvelopeAsync();
        await slack.AdvanceUntilAsync(TimeSpan.FromSeconds(3), () => slack.Figures.Redelivered == 1);

        await client.AckAsync(first);
        await client.AckAsync(await client.ReadEnvelopeAsync());

        (await delivery.Acknowledged).ShouldNotBeNull();
        slack.Figures.ShouldSatisfyAllConditions(figures => figures.LateAcks.ShouldBe(1), figures => figures.Acks.ShouldBe(1));
    }

    [Fact]
    public async Task A_command_is_given_up_after_three_seconds_and_a_later_acknowledgement_counts_as_late()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        var delivery = slack.Command();
        var id = await client.ReadEnvelopeAsync();

        await slack.AdvanceUntilAsync(TimeSpan.FromSeconds(3), () => slack.Figures.OperationTimeouts == 1);
        await client.AckAsync(id);
        await slack.UntilAsync(() => slack.Figures.LateAcks == 1);

        (await delivery.Acknowledged).ShouldBeNull();
        slack.Figures.Acks.ShouldBe(0);
        slack.Figures.AckTime(0.5).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Without_a_socket_a_press_fails_at_once_and_an_event_comes_later()
    {
        await using var slack = await SocketHost.StartAsync();
        (await slack.Press().Acknowledged).ShouldBeNull();
        var delivery = slack.Event();
        using var client = await slack.OpenAsync();

        await slack.AdvanceUntilAsync(TimeSpan.FromSeconds(3), () => slack.Figures.Redelivered == 1);
        await client.AckAsync(await client.ReadEnvelopeAsync());

        (await delivery.Acknowledged).ShouldNotBeNull();
        slack.Figures.Unheard.ShouldBe(2);
    }

    [Fact]
    public async Task An_acknowledgement_on_another_socket_is_a_violation()
    {
        await using var slack = await SocketHost.StartAsync();
        using var first = await slack.OpenAsync();
        using var second = await slack.OpenAsync();
        var delivery = slack.Press();

        await second.AckAsync(await first.ReadEnvelopeAsync());

        (await delivery.Acknowledged).ShouldNotBeNull();
        slack.Server.World.Violations.Single().ShouldBe(new(slack.App.Id, "ack block_actions", "came on socket 2, the envelope on another"));
    }

    [Fact]
    public async Task A_second_acknowledgement_is_a_violation_and_an_unknown_one_is_ignored()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        slack.Press();
        var id = await client.ReadEnvelopeAsync();

        await client.AckAsync("nobody knows this one");
        await client.AckAsync(id);
        await client.AckAsync(id);
        await slack.UntilAsync(() => !slack.Server.World.Violations.IsEmpty);

        slack.Server.World.Violations.Single().What.ShouldBe("came a second time");
        slack.Figures.ShouldSatisfyAllConditions(figures => figures.UnknownAcks.ShouldBe(1), figures => figures.Acks.ShouldBe(1));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task What_is_no_acknowledgement_is_a_violation(string text)
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();

        await client.SayAsync(text);
        await slack.UntilAsync(() => !slack.Server.World.Violations.IsEmpty);

        slack.Server.World.Violations.Single().Method.ShouldBe("ack");
        slack.Figures.Open.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_in_the_acknowledgement_of_an_event_is_a_violation()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        var delivery = slack.Event();

        await client.AckAsync(await client.ReadEnvelopeAsync(), ""","payload":{"text":"lost"}""");

        (await delivery.Acknowledged).ShouldNotBeNull();
        slack.Server.World.Violations.Single().What.ShouldContain("goes unread");
    }

    [Theory]
    [InlineData(DoubleDelivery.SameEnvelope, true)]
    [InlineData(DoubleDelivery.NewEnvelope, false)]
    public async Task A_payload_can_come_twice_and_both_may_be_acknowledged(DoubleDelivery how, bool isSame)
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        slack.Control.Doubles = how;
        var delivery = slack.Press();

        var (first, second) = (await client.ReadEnvelopeAsync(), await client.ReadEnvelopeAsync());
        await client.AckAsync(first);
        await client.AckAsync(second);

        (first == second).ShouldBe(isSame);
        (await delivery.Acknowledged).ShouldNotBeNull();
        await client.AckAsync("the last");
        await slack.UntilAsync(() => slack.Figures.UnknownAcks == 1);
        slack.Server.World.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Acknowledgements_can_be_slow_on_their_way()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        slack.Control.AckDelay = TimeSpan.FromSeconds(2);
        var delivery = slack.Command();
        await client.AckAsync(await client.ReadEnvelopeAsync());
        await slack.UntilAsync(() => slack.Control.Received.Count == 1);

        await slack.AdvanceUntilAsync(TimeSpan.FromSeconds(2), () => slack.Figures.Acks == 1);

        (await delivery.Acknowledged).ShouldNotBeNull().After.ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.9));
    }

    [Fact]
    public async Task The_notice_of_too_many_events_has_no_event()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();

        var delivery = slack.Control.SendRateLimited(slack.App);
        var envelope = await client.ReadAsync();
        await client.AckAsync(delivery.EnvelopeId);

        ((JsonObject)envelope["payload"]!).ContainsKey("event").ShouldBeFalse();
        envelope["payload"]!["type"]!.ToString().ShouldBe("app_rate_limited");
        (await delivery.Acknowledged).ShouldNotBeNull();
    }
}
