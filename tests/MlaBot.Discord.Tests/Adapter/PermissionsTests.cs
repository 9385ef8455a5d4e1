using System.Globalization;
using MlaBot.Discord.Adapter;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Adapter;

public sealed class PermissionsTests
{
    private const string Everyone = "1";
    private const string BotRole = "2";
    private const string Quiet = "3";
    private const string Self = "9";

    [Fact]
    public void Roles_add_up() =>
        In(everyone: Permissions.ViewChannel, bot: Permissions.SendMessages).ShouldBe(Permissions.ViewChannel | Permissions.SendMessages);

    [Fact]
    public void A_channel_takes_from_everyone_and_gives_back_to_a_role() =>
        In(everyone: Permissions.ViewChannel, bot: 0, Over(Everyone, 0, deny: Permissions.ViewChannel), Over(BotRole, 0, allow: Permissions.ViewChannel))
            .ShouldBe(Permissions.ViewChannel);

    [Fact]
    public void Among_roles_an_allow_wins_over_a_deny() =>
        In(everyone: Permissions.ViewChannel | Permissions.SendMessages, bot: 0, Over(Quiet, 0, deny: Permissions.SendMessages), Over(BotRole, 0, allow: Permissions.SendMessages))
            .ShouldBe(Permissions.ViewChannel | Permissions.SendMessages);

    [Fact]
    public void A_member_overwrite_comes_last() =>
        In(everyone: Permissions.ViewChannel, bot: 0, Over(BotRole, 0, allow: Permissions.SendMessages), Over(Self, 1, deny: Permissions.SendMessages))
            .ShouldBe(Permissions.ViewChannel);

    [Fact]
    public void Without_View_Channel_nothing_is_left() =>
        In(everyone: Permissions.SendMessages, bot: Permissions.AttachFiles).ShouldBe(0UL);

    [Fact]
    public void An_administrator_passes_all_overwrites() =>
        In(everyone: 0, bot: Permissions.Administrator, Over(BotRole, 0, deny: Permissions.ViewChannel)).ShouldBe(ulong.MaxValue);

    [Fact]
    public void The_invite_link_asks_for_what_posting_needs_and_no_more() =>
        InviteLink.For("1200000000000000002").ShouldBe(
            "https://discord.com/oauth2/authorize?client_id=1200000000000000002&scope=bot+applications.commands&permissions=309237763072&integration_type=0");

    private static ulong In(ulong everyone, ulong bot, params PermissionOverwrite[] overwrites) => Permissions.In(
        new ReceivedGuild { Id = Everyone, OwnerId = "7", Roles = [Role(Everyone, everyone), Role(BotRole, bot), Role(Quiet, 0)] },
        [BotRole, Quiet],
        Self,
        new ReceivedChannel { Id = "4", PermissionOverwrites = overwrites });

    private static ReceivedRole Role(string id, ulong permissions) => new(id, "role", Text(permissions));

    private static PermissionOverwrite Over(string id, int type, ulong allow = 0, ulong deny = 0) => new(id, type, Text(allow), Text(deny));

    private static string Text(ulong bits) => bits.ToString(CultureInfo.InvariantCulture);
}
