using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Messages;

/// <summary>Who is named in a message, and who is pinged by it.</summary>
/// <remarks>Source: Discord developer documentation, "Message Resource: Allowed Mentions".</remarks>
internal static partial class Mentions
{
    /// <summary>Sets the mention lists of a message; returns who is pinged.</summary>
    /// <param name="message">With its new content.</param>
    /// <param name="allowed"><c>allowed_mentions</c>; null when absent.</param>
    public static IReadOnlyList<string> Apply(Message message, JsonNode? allowed)
    {
        var text = VisibleText(message);
        var channel = message.Channel;
        var rights = Rights.In(channel, message.Author.Id);
        var parse = allowed?.List("parse")?.Select(entry => (string?)entry).ToHashSet(StringComparer.Ordinal);

        // Absent, a plain message pings all that it names and an answer to an interaction only users (discord.md 6).
        bool Parses(string kind) => allowed is null ? message.Interaction is null || kind is "users" : parse?.Contains(kind) == true;
        bool Lists(string kind, ulong id) => allowed?.List(kind)?.Any(entry => (string?)entry == id.ToString()) == true;

        var users = Ids(UserMention(), text).Select(id => channel.Guild is { } guild ? guild.Members.GetValueOrDefault(id)?.User : channel.Recipients.Find(user => user.Id == id))
            .OfType<User>().Where(user => Parses("users") || Lists("users", user.Id)).ToList();
        if (message.Reference?.Author is { } replied && (allowed is null || allowed.Flag("replied_user") == true) && !users.Contains(replied))
        {
            users.Add(replied);
        }

        var roles = Ids(RoleMention(), text).Where(id => channel.Guild?.Roles.GetValueOrDefault(id) is { } role
            && (role.IsMentionable || rights.HasFlag(Permission.MentionEveryone)) && (Parses("roles") || Lists("roles", id))).ToList();
        var everyone = EveryoneMention().IsMatch(text) && Parses("everyone") && rights.HasFlag(Permission.MentionEveryone);
        (message.Mentions, message.RoleMentions, message.MentionsEveryone) = (users, roles, everyone);
        return [.. users.Select(user => $"user:{user.Id}"), .. roles.Select(id => $"role:{id}"), .. everyone ? ["everyone"] : Array.Empty<string>()];
    }

    private static string VisibleText(Message message) => message.Content + "\n" + string.Join(
        '\n', ComponentStore.Walk(message.Components).Where(part => part.Int("type") == ComponentType.TextDisplay).Select(part => part.Text("content")));

    private static IEnumerable<ulong> Ids(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => ulong.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)).Distinct();

    [GeneratedRegex("<@!?(?<id>[0-9]{15,20})>", RegexOptions.None, 1000)]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&(?<id>[0-9]{15,20})>", RegexOptions.None, 1000)]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(?:everyone|here)", RegexOptions.None, 1000)]
    private static partial Regex EveryoneMention();
}
