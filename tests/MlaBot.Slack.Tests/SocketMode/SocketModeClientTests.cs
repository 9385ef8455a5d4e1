using System.Text;
using Microsoft.Extensions.Logging;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Tests.SocketMode;

public sealed class SocketModeClientTests
{
    [Fact]
    public async Task Two_sockets_are_opened_one_after_the_other_and_both_hear()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Quick);
        var first = await rig.Slack.NextAsync();
        first.Query.ShouldBe("?ticket=s3cr3t-1&app_id=A1");
        rig.Client.IsHearing.ShouldBeFalse();
        rig.Api.Calls.ShouldBe(1, "the second waits for the hello of the first");
        await first.WelcomeAsync();
        var second = await rig.GreetAsync();

        await first.EnvelopeAsync("e-1");
        await second.EnvelopeAsync("e-2", "interactive");
        var ids = new[] { (await rig.Listener.NextAsync()).Id, (await rig.Listener.NextAsync()).Id };

        ids.ShouldBe(["e-1", "e-2"], ignoreOrder: true);
        rig.Client.Status.Open.ShouldBe(2);
        rig.Client.Status.LastHello.ShouldNotBeNull();
        await rig.StopAsync();
        rig.Listener.Changes.ShouldHaveSingleItem().ShouldBeTrue("a stop that was asked for is no news");
        (await first.ClosedAsync()).ShouldBe(1000);
        (await second.ClosedAsync()).ShouldBe(1000);
    }

    [Fact]
    public async Task An_envelope_arrives_whole_and_is_acknowledged_once_with_or_without_an_answer()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        var socket = await rig.GreetAsync();
        await socket.SendAsync("""{"envelope_id":"e-1","type":"slash_commands","payload":{"text": "ä"},"accepts_response_payload":true,"retry_attempt":2}""");
        await socket.EnvelopeAsync("""a\"b""");

        var command = await rig.Listener.NextAsync();
        (command.Id, command.Type, command.AcceptsPayload, command.RetryAttempt).ShouldBe(("e-1", "slash_commands", true, 2));
        Encoding.UTF8.GetString(command.Payload.Span).ShouldBe("""{"text": "ä"}""");
        (await command.Acknowledge("""{"text":"ü"}"""u8.ToArray(), default)).ShouldBeTrue();
        (await command.Acknowledge(default, default)).ShouldBeFalse();
        (await (await rig.Listener.NextAsync()).Acknowledge(default, default)).ShouldBeTrue();

        (await socket.NextAsync()).GetRawText().ShouldBe("""{"envelope_id":"e-1","payload":{"text":"ü"}}""");
        (await socket.NextAsync()).GetRawText().ShouldBe("""{"envelope_id":"a\"b"}""");
    }

    [Fact]
    public async Task Many_acknowledgements_at_once_come_out_one_by_one()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        var socket = await rig.GreetAsync();
        var answer = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 9_000)}}"}""");
        for (var number = 0; number < 500; number++)
        {
            await socket.EnvelopeAsync($"e-{number}");
        }

        var envelopes = new List<SocketEnvelope>();
        for (var number = 0; number < 500; number++)
        {
            envelopes.Add(await rig.Listener.NextAsync());
        }

        var sent = await Task.WhenAll(envelopes.Select((envelope, index) => Task.Run(() => envelope.Acknowledge(index % 2 == 0 ? answer : default, default).AsTask())));
        sent.ShouldAllBe(isSent => isSent);
        await SocketRig.UntilAsync(() => socket.Acknowledged.Count == 500);
        socket.Acknowledged.ShouldBe(envelopes.Select(envelope => envelope.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task An_acknowledgement_says_false_when_its_socket_is_gone_and_throws_only_when_cancelled()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        var socket = await rig.GreetAsync();
        await socket.EnvelopeAsync("e-1");
        await socket.EnvelopeAsync("e-2");
        var (one, two) = (await rig.Listener.NextAsync(), await rig.Listener.NextAsync());
        await Should.ThrowAsync<OperationCanceledException>(async () => await two.Acknowledge(default, new CancellationToken(canceled: true)));

        socket.Cut();
        await rig.GreetAsync();
        await SocketRig.UntilAsync(() => rig.Client.Status.Cuts == 1);

        (await one.Acknowledge(default, default)).ShouldBeFalse();
        (await two.Acknowledge("{}"u8.ToArray(), default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_type_that_is_not_known_is_acknowledged_and_goes_no_further()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        var socket = await rig.GreetAsync();
        await socket.EnvelopeAsync("e-1", "brand_new");
        (await socket.NextAsync()).GetRawText().ShouldBe("""{"envelope_id":"e-1"}""");
        await socket.SendAsync("""{"type":"not_even_an_envelope"}""");
        await socket.EnvelopeAsync("e-2");

        (await rig.Listener.NextAsync()).Id.ShouldBe("e-2");
        rig.HasLogged(LogLevel.Information, "brand_new").ShouldBeTrue();
        rig.Client.Status.MalformedFrames.ShouldBe(0);
    }

    [Fact]
    public async Task A_listener_that_throws_ends_nothing()
    {
        await using var rig = await SocketRig.PrepareAsync(SocketRig.Alone);
        rig.Listener.Fault = new InvalidOperationException("broken");
        rig.Start();
        var socket = await rig.GreetAsync();
        await socket.EnvelopeAsync("e-1");
        await SocketRig.UntilAsync(() => rig.HasLogged(LogLevel.Error, "an envelope of type events_api could not be handed on"));
        rig.Listener.Fault = null;
        await socket.EnvelopeAsync("e-2");
        (await rig.Listener.NextAsync()).Id.ShouldBe("e-2");
    }

    [Theory]
    [InlineData("link_disabled")]
    [InlineData("socket_mode_disabled")]
    public async Task Socket_Mode_switched_off_ends_the_client_with_a_sentence(string reason)
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Quick);
        var first = await rig.GreetAsync();
        var second = await rig.GreetAsync();
        await first.DisconnectAsync(reason);

        var fatal = await Should.ThrowAsync<SocketFatalException>(rig.Running.WaitAsync(SocketRig.Limit));
        fatal.Error.ShouldBe(reason);
        (await second.ClosedAsync()).ShouldBe(1000);
        rig.Api.Calls.ShouldBe(2);
        rig.Listener.Changes.ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("not_authed")]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("user_removed_from_team")]
    [InlineData("team_disabled")]
    [InlineData("not_allowed_token_type")]
    [InlineData("forbidden_team")]
    [InlineData("token_revoked")]
    [InlineData("missing_scope")]
    public async Task A_token_that_Slack_refuses_ends_the_client_with_a_sentence(string error)
    {
        await using var rig = await SocketRig.PrepareAsync(SocketRig.Quick);
        rig.Api.Failure = new SlackApiException("apps.connections.open: no", error, isTransient: false);
        rig.Start();

        var fatal = await Should.ThrowAsync<SocketFatalException>(rig.Running.WaitAsync(SocketRig.Limit));
        fatal.Error.ShouldBe(error);
        fatal.Message.ShouldContain("xapp-");
        rig.Api.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("org_login_required")]
    [InlineData("team_access_not_granted")]
    [InlineData("something_new")]
    [InlineData("")]
    public async Task Any_other_refusal_is_tried_again(string error)
    {
        await using var rig = await SocketRig.PrepareAsync(SocketRig.Alone);
        for (var time = 0; time < 5; time++)
        {
            rig.Api.Failures.Enqueue(new SlackApiException("apps.connections.open: no", error, isTransient: true));
        }

        rig.Api.Failures.Enqueue(new InvalidOperationException("not even an answer"));
        rig.Start();
        await rig.GreetAsync();
        rig.Client.Status.FailedOpens.ShouldBe(6);
        rig.Api.Calls.ShouldBe(7);
    }

    [Fact]
    public async Task The_wait_that_Slack_asks_for_is_kept()
    {
        await using var rig = await SocketRig.PrepareAsync(SocketRig.Alone);
        rig.Api.Failures.Enqueue(new SlackApiException("slow down", "ratelimited", isTransient: true) { RetryAfter = TimeSpan.FromMilliseconds(600) });
        var started = TimeProvider.System.GetTimestamp();
        rig.Start();
        await rig.Slack.NextAsync();
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(595));
        rig.Api.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_each_time_with_a_new_address()
    {
        await using var rig = await SocketRig.PrepareAsync(SocketRig.Alone);
        rig.Slack.IsDown = true;
        rig.Start();
        await SocketRig.UntilAsync(() => rig.Slack.Requests >= 4);
        rig.HasLogged(LogLevel.Warning, "127.0.0.1: HTTP 503").ShouldBeTrue();
        rig.Slack.IsDown = false;
        var socket = await rig.GreetAsync();
        socket.Query.ShouldContain($"s3cr3t-{rig.Api.Calls}&");
    }

    [Fact]
    public async Task Too_many_sockets_make_the_client_do_with_one_and_a_second_copy_of_the_program_does_not_storm()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Quick with { TooManyPause = TimeSpan.FromMilliseconds(300), SingleFor = TimeSpan.FromMilliseconds(1500) });
        var first = await rig.GreetAsync();
        var second = await rig.Slack.NextAsync();
        second.Read();
        await second.DisconnectAsync("too_many_websockets");
        await second.ClosedAsync();
        await SocketRig.UntilAsync(() => rig.Client.Status.IsSingle);

        // The last one is refused as well: now nothing hears, and the client waits before it tries again.
        var started = TimeProvider.System.GetTimestamp();
        await first.DisconnectAsync("too_many_websockets");
        await first.CloseAsync();
        var third = await rig.GreetAsync();
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(295));
        rig.Api.Calls.ShouldBe(3);
        await rig.GreetAsync();
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(1495), "a second one comes back later");
        third.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public async Task When_the_program_stops_what_was_handed_on_can_still_be_acknowledged_and_nothing_new_is_handed_on()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone with { DrainLimit = TimeSpan.FromSeconds(10) });
        var socket = await rig.GreetAsync();
        await socket.EnvelopeAsync("e-1");
        var envelope = await rig.Listener.NextAsync();

        var stopping = rig.StopAsync();
        await Task.Yield();
        await socket.EnvelopeAsync("e-2");
        await SocketRig.UntilAsync(() => rig.Client.Status.Envelopes == 2);
        stopping.IsCompleted.ShouldBeFalse();
        (await envelope.Acknowledge(default, default)).ShouldBeTrue();
        await stopping;

        (await socket.ClosedAsync()).ShouldBe(1000);
        socket.Acknowledged.ShouldBe(["e-1"]);
        rig.Listener.TryNext(out _).ShouldBeFalse();
    }
}
