using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

public sealed class PermissionTests
{
    [Fact]
    public async Task A_channel_that_the_bot_cannot_see_is_a_missing_access()
    {
        await using var discord = await LocalDiscord.StartAsync();
        discord.Server.Control.SetOverwrite(discord.Channel, discord.Bot.User, Permission.None, Permission.ViewChannel);

        (await discord.SendAsync("GET", $"/channels/{discord.Channel.Id}")).ShouldBeError(403, 50001);
        (await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"))).ShouldBeError(403, 50001);
    }

    [Fact]
    public async Task A_bot_that_may_not_write_can_neither_post_nor_edit()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        discord.Server.Control.SetOverwrite(discord.Channel, discord.Guild.Everyone, Permission.None, Permission.SendMessages);

        (await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"))).ShouldBeError(403, 50013);
        (await discord.SendAsync("PATCH", $"{discord.Messages}/{message.Id}", LocalDiscord.Card("Hello"))).ShouldBeError(403, 50013);
    }

    [Fact]
    public async Task Overwrites_count_in_the_order_everyone_roles_member()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var control = discord.Server.Control;
        var role = control.AddRole(discord.Guild, "learners");
        control.AddMember(discord.Guild, discord.Ada, role);

        control.SetOverwrite(discord.Channel, discord.Guild.Everyone, Permission.None, Permission.SendMessages);
        Can(discord.Ada, Permission.SendMessages).ShouldBeFalse();
        Can(discord.Ada, Permission.AttachFiles).ShouldBeFalse();
        control.SetOverwrite(discord.Channel, role, Permission.SendMessages, Permission.None);
        Can(discord.Ada, Permission.SendMessages).ShouldBeTrue();
        control.SetOverwrite(discord.Channel, discord.Ada, Permission.None, Permission.SendMessages);
        Can(discord.Ada, Permission.SendMessages).ShouldBeFalse();
        control.SetRole(discord.Guild, role, Permission.Administrator);
        Can(discord.Ada, Permission.SendMessages).ShouldBeTrue();
        Can(discord.Olga, Permission.ManageGuild).ShouldBeTrue();

        bool Can(User user, Permission permission) => Rights.In(discord.Channel, user.Id).HasFlag(permission);
    }

    [Fact]
    public async Task A_thread_starts_once_with_the_id_of_its_message()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        var body = new JsonObject { ["name"] = "Talk", ["auto_archive_duration"] = 1440 };

        var first = await discord.SendAsync("POST", $"{discord.Messages}/{message.Id}/threads", body);
        var second = await discord.SendAsync("POST", $"{discord.Messages}/{message.Id}/threads", body);

        (first.Status, first.Id, (int)first.Json!["type"]!).ShouldBe((201, message.Id, 11));
        second.ShouldBeError(400, 160004);
        var thread = discord.Server.World.Channels[message.Id];
        await discord.PostAsync(LocalDiscord.Card("In the thread"), thread);
        discord.Server.Control.SetThread(thread, isArchived: true, isLocked: false);
        await discord.PostAsync(LocalDiscord.Card("Opens it again"), thread);
        thread.IsArchived.ShouldBeFalse();
        discord.Server.Control.SetThread(thread, isArchived: true, isLocked: true);
        (await discord.SendAsync("POST", $"/channels/{thread.Id}/messages", LocalDiscord.Card("No"))).ShouldBeError(400, 50083);
    }

    [Fact]
    public async Task Threads_have_their_own_permissions()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        var body = new JsonObject { ["name"] = "Talk" };
        discord.Server.Control.SetOverwrite(discord.Channel, discord.Bot.User, Permission.None, Permission.CreatePublicThreads);
        (await discord.SendAsync("POST", $"{discord.Messages}/{message.Id}/threads", body)).ShouldBeError(403, 50013);

        discord.Server.Control.SetOverwrite(discord.Channel, discord.Bot.User, Permission.None, Permission.SendMessagesInThreads);
        var thread = await discord.SendAsync("POST", $"{discord.Messages}/{message.Id}/threads", body);
        thread.Status.ShouldBe(201);
        (await discord.SendAsync("POST", $"/channels/{thread.Id}/messages", LocalDiscord.Card("No"))).ShouldBeError(403, 50013);
    }

    [Fact]
    public async Task Pins_need_their_permission()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        var path = $"{discord.Messages}/pins/{message.Id}";

        (await discord.SendAsync("PUT", path)).ShouldBeError(403, 50013);
        discord.Server.Control.SetOverwrite(discord.Channel, discord.Bot.User, Permission.PinMessages, Permission.None);
        (await discord.SendAsync("PUT", path)).Status.ShouldBe(204);
        message.IsPinned.ShouldBeTrue();
        (await discord.SendAsync("DELETE", path)).Status.ShouldBe(204);
        message.IsPinned.ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_who_blocks_the_bot_gets_no_private_message()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var open = await discord.SendAsync("POST", "/users/@me/channels", new JsonObject { ["recipient_id"] = discord.Ada.Id.ToString() });
        var again = await discord.SendAsync("POST", "/users/@me/channels", new JsonObject { ["recipient_id"] = discord.Ada.Id.ToString() });
        again.Id.ShouldBe(open.Id);
        (await discord.SendAsync("POST", $"/channels/{open.Id}/messages", LocalDiscord.Card("Hi"))).Status.ShouldBe(200);

        discord.Ada.BlocksPrivateMessages = true;
        (await discord.SendAsync("POST", $"/channels/{open.Id}/messages", LocalDiscord.Card("Hi"))).ShouldBeError(403, 50007);
    }

    [Fact]
    public async Task A_removed_bot_and_a_deleted_channel_are_seen_at_once()
    {
        await using var discord = await LocalDiscord.StartAsync();
        (await discord.SendAsync("GET", $"/guilds/{discord.Guild.Id}")).Json!["roles"]!.AsArray().Count.ShouldBe(2);
        (await discord.SendAsync("GET", $"/guilds/{discord.Guild.Id}/members/{discord.Bot.User.Id}")).Json!["roles"]!.AsArray().Count.ShouldBe(1);

        discord.Server.Control.DeleteChannel(discord.Channel);
        (await discord.SendAsync("GET", $"/channels/{discord.Channel.Id}")).ShouldBeError(404, 10003);
        discord.Server.Control.RemoveBot(discord.Guild, discord.Bot);
        (await discord.SendAsync("GET", $"/guilds/{discord.Guild.Id}")).ShouldBeError(403, 50001);
        (await discord.SendAsync("GET", "/guilds/1234567890123456789")).ShouldBeError(404, 10004);
    }
}
