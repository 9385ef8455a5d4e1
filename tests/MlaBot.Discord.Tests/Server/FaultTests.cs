using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

public sealed class FaultTests
{
    [Fact]
    public async Task A_lost_answer_means_that_the_message_was_created_and_a_lost_request_that_it_was_not()
    {
        await using var discord = await LocalDiscord.StartAsync();
        discord.Server.Faults.Add(new(FaultKind.DropBefore) { Route = Route.Messages, Times = 1 });
        discord.Server.Faults.Add(new(FaultKind.DropAfter) { Route = Route.Messages, Times = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello")));
        discord.Channel.Messages.ShouldBeEmpty();
        await Should.ThrowAsync<HttpRequestException>(() => discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello")));
        discord.Channel.Messages.Count.ShouldBe(1);
        discord.Server.Requests.Select(request => request.Status).ShouldBe([0, 0]);
    }

    [Fact]
    public async Task A_server_error_does_nothing_and_ends()
    {
        await using var discord = await LocalDiscord.StartAsync();
        using (discord.Server.Faults.Add(new(FaultKind.ServerError) { Method = "POST", Status = 502 }))
        {
            (await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"))).Status.ShouldBe(502);
            (await discord.SendAsync("GET", discord.Messages)).Status.ShouldBe(200);
        }

        discord.Channel.Messages.ShouldBeEmpty();
        (await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_ban_in_cloudflares_manner_has_neither_json_nor_via()
    {
        await using var discord = await LocalDiscord.StartAsync();
        discord.Server.Faults.Add(new(FaultKind.CloudflareBan) { Times = 1 });

        var reply = await discord.SendAsync("GET", "/users/@me");

        (reply.Status, reply.Json, reply.Header("Via")).ShouldBe((429, null, null));
    }

    [Fact]
    public async Task A_delay_holds_the_call_back_until_its_time()
    {
        await using var discord = await LocalDiscord.StartAsync();
        discord.Server.Faults.Add(new(FaultKind.DelayAfter) { Times = 1, Delay = TimeSpan.FromSeconds(4) });

        var post = discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"));
        await discord.Server.Control.WaitUntilAsync(() => discord.Channel.Messages.Count == 1, "the message is there", cancellationToken: TestContext.Current.CancellationToken);
        post.IsCompleted.ShouldBeFalse();
        while (!post.IsCompleted)
        {
            discord.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await post).Status.ShouldBe(200);
    }
}
