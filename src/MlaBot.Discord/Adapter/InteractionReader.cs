using System.Globalization;
using System.Text.Json;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>Reads <c>INTERACTION_CREATE</c>. Pure: bytes in, record out.</summary>
internal sealed class InteractionReader(ProtectedCommands commands)
{
    /// <summary>The platform's short name in <see cref="GroupKey.Platform"/>.</summary>
    public const string Platform = "discord";

    private static readonly IReadOnlyDictionary<string, InteractionChannel> Nothing = new Dictionary<string, InteractionChannel>(StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, ReceivedUser> Nobody = new Dictionary<string, ReceivedUser>(StringComparer.Ordinal);

    /// <summary>Reads an interaction; null when it is one that the bot has no use for, or is malformed.</summary>
    /// <param name="data">The UTF-8 JSON of the event.</param>
    /// <param name="receivedAt">The clock's timestamp of its arrival.</param>
    /// <exception cref="JsonException">The bytes are no JSON, or a value is of another kind than documented.</exception>
    public Interaction? Read(ReadOnlySpan<byte> data, long receivedAt)
    {
        try
        {
            return ReadSound(data, receivedAt);
        }
        catch (InvalidOperationException noText)
        {
            // A JSON string may hold half a surrogate pair, which no .NET string is made of.
            throw new JsonException("A text is not Unicode.", noText);
        }
    }

    private Interaction? ReadSound(ReadOnlySpan<byte> data, long receivedAt)
    {
        var read = JsonSerializer.Deserialize(data, DiscordJson.Default.InteractionEvent);
        if (read is not { Id: { } id, Token: { } token, ApplicationId: { } application, ChannelId: { } channelId, Data: { } what }
            || (read.Member?.User ?? read.User) is not { Id.Length: > 0 } user)
        {
            return null;
        }

        var ticket = new Ticket(id, application, token, receivedAt);
        // Private messages with the bot are a group of their own: nothing of a guild is seen there.
        var group = new GroupKey(Platform, read.GuildId ?? $"dm-{user.Id}");
        var channel = new ChannelKey(group, channelId);
        return read.Type switch
        {
            InteractionType.Command => Command(ticket, what, channel, read, user),
            InteractionType.Autocomplete => Typing(ticket, what, channel),
            InteractionType.Component => Press(ticket, what, channel, read, user, fields: null),
            InteractionType.ModalSubmit => Press(ticket, what, channel, read, user, FieldsOf(what)),
            _ => null,
        };
    }

    private Interaction? Command(Ticket ticket, InteractionData what, ChannelKey channel, InteractionEvent read, ReceivedUser user)
    {
        if (what.Name is null)
        {
            return null;
        }

        var (name, options) = Unfold(what);
        // Discord has checked who may use a protected command, by the server's own settings; nothing else is asked of such a person.
        var isAdmin = IsAdmin(read) || commands.Contains(what.Name);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (option.Name is { } key)
            {
                values[key] = TextOf(option.Value);
            }
        }

        return new Interaction.Requested(
            ticket, new ChatRequest(name, channel, read.Channel?.Name ?? "", User(read, user, channel, isAdmin), values)
            {
                Names = NamesOf(what),
                Parent = read.Channel is { ParentId: { } parent, Type: var type } && ChannelTypes.IsThread(type) ? channel with { Id = parent } : null,
            });
    }

    private static Interaction? Typing(Ticket ticket, InteractionData what, ChannelKey channel)
    {
        var (name, options) = Unfold(what);
        return options.FirstOrDefault(option => option.Focused) is { Name: { } key } focused
            ? new Interaction.Typed(ticket, new ChatTyping(name, key, TextOf(focused.Value), channel))
            : null;
    }

    private static Interaction Press(
        Ticket ticket, InteractionData what, ChannelKey channel, InteractionEvent read, ReceivedUser user, Dictionary<string, string>? fields)
    {
        if (ActionId.Parse(what.CustomId ?? "") is not { } action)
        {
            return new Interaction.Stranger(ticket);
        }

        var press = new ChatPress(action, Sound(what.Values), channel, User(read, user, channel, IsAdmin(read)))
        {
            ChannelName = read.Channel?.Name ?? "",
            Names = NamesOf(what),
        };
        return new Interaction.Pressed(
            ticket,
            fields is null ? press : press with { Fields = fields },
            read.Message is { Flags: var flags } && (flags & MessageFlags.Ephemeral) != 0);
    }

    // "schedule" with the option "pause" is the command "schedule pause"; Discord nests one level deeper for groups.
    private static (string Name, IReadOnlyList<InteractionOption> Options) Unfold(InteractionData what)
    {
        var name = what.Name ?? "";
        var options = Sound(what.Options);
        while (options is [{ Options: { } inner, Name: { } part }])
        {
            name = $"{name} {part}";
            options = Sound(inner);
        }

        // A subcommand without options comes without the list too.
        return options is [{ Name: { } bare, Value.ValueKind: JsonValueKind.Undefined }] ? ($"{name} {bare}", []) : (name, options);
    }

    private static Dictionary<string, string> FieldsOf(InteractionData what)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var outer in Sound(what.Components))
        {
            foreach (var field in outer.Component is { } inner ? [inner] : Sound(outer.Components))
            {
                if (field.CustomId is { } key)
                {
                    fields[key] = field.Values is { } chosen ? string.Join(' ', chosen) : field.Value ?? "";
                }
            }
        }

        return fields;
    }

    private static Dictionary<string, string> NamesOf(InteractionData what)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, named) in (what.Resolved?.Channels ?? Nothing).Concat(what.Resolved?.Roles ?? Nothing))
        {
            names[id] = named?.Name ?? "";
        }

        foreach (var (id, person) in what.Resolved?.Users ?? Nobody)
        {
            names[id] = what.Resolved?.Members?.GetValueOrDefault(id)?.Nick ?? person?.GlobalName ?? person?.Username ?? "";
        }

        return names;
    }

    // A list may hold null where an entry belongs.
    private static IReadOnlyList<T> Sound<T>(IReadOnlyList<T>? list)
        where T : class => list is null ? [] : list.Contains(null!) ? [.. list.OfType<T>()] : list;

    private static ChatUser User(InteractionEvent read, ReceivedUser user, ChannelKey channel, bool isAdmin) =>
        new(new LearnerKey(channel.Group, user.Id), read.Member?.Nick ?? user.GlobalName ?? user.Username ?? "", isAdmin, user.Bot);

    private static bool IsAdmin(InteractionEvent read) =>
        ulong.TryParse(read.Member?.Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var permissions)
        && (permissions & (Permissions.Administrator | Permissions.ManageGuild)) != 0;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
