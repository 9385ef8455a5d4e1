using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.Slack.Tests.Sockets;

public sealed class LinkTests
{
    private static readonly SocketOptions Quick = new() { PingInterval = TimeSpan.FromMilliseconds(20) };

    [Fact]
    public async Task Hello_comes_first_and_names_the_time_of_the_connection()
    {
        await using var slack = await SocketHost.StartAsync();

        using var usual = await slack.OpenAsync();
        using var debug = await slack.OpenAsync("&debug_reconnects=true");

        usual.Hello["debug_info"]!["approximate_connection_time"]!.GetValue<int>().ShouldBe(18060);
        usual.Hello["connection_info"]!["app_id"]!.ToString().ShouldBe(slack.App.Id);
        debug.Hello["debug_info"]!["approximate_connection_time"]!.GetValue<int>().ShouldBe(360);
        slack.Control.Visits.Select(visit => visit.Query.Contains("debug_reconnects", StringComparison.Ordinal)).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_ticket_is_good_for_one_socket_and_not_for_long()
    {
        await using var slack = await SocketHost.StartAsync();
        var used = slack.Ticket();
        using var client = await SocketClient.OpenAsync(used, slack.Limit);
        var old = slack.Ticket();
        slack.Clock.Advance(TimeSpan.FromSeconds(31));

        await Should.ThrowAsync<WebSocketException>(SocketClient.OpenAsync(used, slack.Limit));
        await Should.ThrowAsync<WebSocketException>(SocketClient.OpenAsync(old, slack.Limit));
    }

    [Fact]
    public async Task The_eleventh_socket_is_refused_with_and_without_a_ticket()
    {
        await using var slack = await SocketHost.StartAsync();
        var spare = slack.Ticket();
        var clients = new List<SocketClient>();
        for (var number = 0; number < 10; number++)
        {
            clients.Add(await slack.OpenAsync());
        }

        slack.Server.Sockets.OpenTicket(slack.App).Error.ShouldBe("too_many_websockets");
        using var eleventh = await SocketClient.OpenAsync(spare, slack.Limit);
        (await eleventh.ReadAsync())["reason"]!.ToString().ShouldBe("too_many_websockets");
        (await eleventh.ReadTextAsync()).ShouldBeNull();

        slack.Figures.Open.ShouldBe(10);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_refresh_warns_asks_and_closes_and_a_second_socket_hears_meanwhile()
    {
        await using var slack = await SocketHost.StartAsync();
        using var old = await slack.OpenAsync();
        var refresh = slack.Control.RefreshAsync(cancellationToken: slack.Limit);
        (await old.ReadAsync())["reason"]!.ToString().ShouldBe("warning");
        var early = slack.Event(1);
        await old.AckAsync(await old.ReadEnvelopeAsync());
        (await early.Acknowledged).ShouldNotBeNull();

        slack.Clock.Advance(TimeSpan.FromSeconds(5));
        (await old.ReadAsync())["reason"]!.ToString().ShouldBe("refresh_requested");
        using var fresh = await slack.OpenAsync();
        List<string> sent = [slack.Event(2).EnvelopeId, slack.Event(3).EnvelopeId];
        List<string> came = [await fresh.ReadEnvelopeAsync(), await fresh.ReadEnvelopeAsync()];
        came.ShouldBe(sent);

        await slack.AdvanceUntilAsync(TimeSpan.FromSeconds(5), () => slack.Figures.Open == 1);
        (await old.ReadTextAsync()).ShouldBeNull();
        await old.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, slack.Limit);
        await refresh;
        slack.Figures.Deaf.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_socket_is_refreshed_when_its_time_is_over()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync("&debug_reconnects=true");

        await slack.AdvanceUntilAsync(TimeSpan.FromSeconds(360), () => true);

        (await client.ReadAsync())["reason"]!.ToString().ShouldBe("warning");
    }

    [Fact]
    public async Task The_time_without_a_socket_counts_from_the_first_hello()
    {
        await using var slack = await SocketHost.StartAsync();
        slack.Clock.Advance(TimeSpan.FromSeconds(10));
        using var client = await slack.OpenAsync();
        slack.Control.Cut();
        await slack.UntilAsync(() => slack.Figures.Open == 0);
        slack.Clock.Advance(TimeSpan.FromSeconds(7));
        using var next = await slack.OpenAsync();
        slack.Clock.Advance(TimeSpan.FromSeconds(10));

        slack.Figures.Deaf.ShouldBe(TimeSpan.FromSeconds(7));
        slack.Figures.Hellos.ShouldBe(2);
        slack.Control.Visits.Select(visit => visit.End).ShouldBe(["cut by the server", ""]);
    }

    [Fact]
    public async Task A_clients_close_is_answered_and_the_connection_ends()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();

        await client.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", slack.Limit);

        client.Socket.CloseStatus.ShouldBe(WebSocketCloseStatus.NormalClosure);
        await slack.UntilAsync(() => slack.Control.Visits[0].End == "closed by the client with 1000");
        slack.Figures.Open.ShouldBe(0);
    }

    [Fact]
    public async Task A_client_that_ends_only_its_half_of_the_connection_is_noticed()
    {
        await using var slack = await SocketHost.StartAsync();
        using var tcp = await RawAsync(slack);

        tcp.Client.Shutdown(SocketShutdown.Send);

        await slack.UntilAsync(() => slack.Control.Visits[0].End == "cut by the client");
        slack.Figures.Open.ShouldBe(0);
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_hung_up_on()
    {
        await using var slack = await SocketHost.StartAsync(Quick);
        using var tcp = await RawAsync(slack);

        await slack.UntilAsync(() => slack.Control.Visits[0].End == "the client is silent");
    }

    [Fact]
    public async Task A_client_that_answers_pings_stays()
    {
        await using var slack = await SocketHost.StartAsync(Quick);
        using var client = await slack.OpenAsync();
        var reading = client.ReadEnvelopeAsync();

        await Task.WhenAny(reading, Task.Delay(Quick.PingInterval * 3 * Quick.UnansweredPings, TimeProvider.System, slack.Limit));
        slack.Event();

        (await reading).Length.ShouldBe(36);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_own_words_unless_a_test_forbids_it()
    {
        await using var slack = await SocketHost.StartAsync();
        using var tcp = await RawAsync(slack);
        var stream = tcp.GetStream();
        byte[] ping = [0x89, 0x82, 0, 0, 0, 0, (byte)'h', (byte)'i'];
        slack.Control.AnswersPings = false;
        await stream.WriteAsync(ping, slack.Limit);
        await stream.WriteAsync(AckOfNobody(), slack.Limit);
        await slack.UntilAsync(() => slack.Figures.UnknownAcks == 1);
        slack.Control.AnswersPings = true;
        ping[6] = (byte)'H';
        await stream.WriteAsync(ping, slack.Limit);

        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer, slack.Limit);

        answer.ShouldBe([0x8A, 2, (byte)'H', (byte)'i']);
    }

    [Fact]
    public async Task Faults_of_the_link_reach_the_client()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();

        slack.Control.SendText("not json");
        (await client.ReadTextAsync()).ShouldBe("not json");
        slack.Control.SendOversized(2_000_000);
        (await client.ReadTextAsync())!.Length.ShouldBe(2_000_000);
        slack.Control.Disconnect("no such reason");
        (await client.ReadAsync())["reason"]!.ToString().ShouldBe("no such reason");
        slack.Control.SendGarbage();
        await Should.ThrowAsync<WebSocketException>(client.ReadTextAsync());
    }

    [Fact]
    public async Task A_silent_server_says_nothing_until_it_speaks_again()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();
        slack.Control.IsSilent = true;
        slack.Event(1);
        await client.AckAsync("nobody");
        await slack.UntilAsync(() => slack.Figures.UnknownAcks == 1);
        slack.Control.IsSilent = false;

        var heard = slack.Event(2);

        (await client.ReadEnvelopeAsync()).ShouldBe(heard.EnvelopeId);
    }

    [Fact]
    public async Task Socket_mode_switched_off_sends_every_socket_away()
    {
        await using var slack = await SocketHost.StartAsync();
        using var client = await slack.OpenAsync();

        slack.Control.DisableSocketMode(slack.App);
        (await client.ReadAsync())["reason"]!.ToString().ShouldBe("link_disabled");
        (await client.ReadTextAsync()).ShouldBeNull();
        using var next = await SocketClient.OpenAsync(slack.Ticket(), slack.Limit);

        (await next.ReadAsync())["reason"]!.ToString().ShouldBe("link_disabled");
    }

    [Fact]
    public async Task Opening_can_be_refused_at_both_steps()
    {
        await using var slack = await SocketHost.StartAsync();
        var ticket = slack.Ticket();
        slack.Control.RefusesSockets = true;
        slack.Control.OpenError = "internal_error";

        (await Should.ThrowAsync<WebSocketException>(SocketClient.OpenAsync(ticket, slack.Limit))).Message.ShouldContain("503");
        slack.Server.Sockets.OpenTicket(slack.App).ShouldBe(new SocketTicket("", "internal_error"));
    }

    [Fact]
    public async Task The_oldest_socket_is_refreshed_every_so_often()
    {
        await using var slack = await SocketHost.StartAsync();
        using var first = await slack.OpenAsync();
        using var second = await slack.OpenAsync();

        using (slack.Control.RefreshEvery(TimeSpan.FromSeconds(1)))
        {
            slack.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        (await first.ReadAsync())["reason"]!.ToString().ShouldBe("warning");
        (await second.ReadAsync())["reason"]!.ToString().ShouldBe("warning");
    }

    /// <summary>A connection without a websocket library: it answers no ping. Its hello is read.</summary>
    private static async Task<TcpClient> RawAsync(SocketHost slack)
    {
        var url = new Uri(slack.Ticket());
        var tcp = new TcpClient();
        await tcp.ConnectAsync(url.Host, url.Port, slack.Limit);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Host}\r\nOrigin: https://api.slack.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n"), slack.Limit);
        var read = new StringBuilder();
        var one = new byte[1];
        while (!read.ToString().EndsWith($"\"app_id\":\"{slack.App.Id}\"}}}}", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, slack.Limit);
            read.Append((char)one[0]);
        }

        // RFC 6455's own example.
        read.ToString().ShouldContain("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        read.ToString().ShouldNotContain("permessage-deflate");
        return tcp;
    }

    private static byte[] AckOfNobody()
    {
        var text = Encoding.ASCII.GetBytes("""{"envelope_id":"nobody"}""");
        return [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. text];
    }
}
