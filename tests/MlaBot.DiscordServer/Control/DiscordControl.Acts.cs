using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <content>Commands, presses, choices, modals. Each gives the interaction with <see cref="Interaction.FirstResponse"/>.</content>
public sealed partial class DiscordControl
{
    /// <summary>Runs a slash command.</summary>
    /// <param name="user">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="command">With its subcommands: <c>schedule add</c>.</param>
    /// <param name="options">By name; users, roles and channels as objects or ids.</param>
    /// <exception cref="ControlException">Discord's client would refuse: unknown, not permitted, options wrong.</exception>
    public Interaction Command(User user, Channel channel, string command, IReadOnlyDictionary<string, object>? options = null)
    {
        lock (_world.Gate)
        {
            var (bot, registered, path) = CommandTable.Find(_world, user, channel, command);
            var data = new CommandData(_world, channel).Build(registered, path, options ?? new Dictionary<string, object>(), focused: null);
            return _desk.Open(bot, user, channel, Interaction.CommandType, data, null);
        }
    }

    /// <summary>Runs a slash command and waits for its first response.</summary>
    public async Task<FirstResponse> CommandAsync(User user, Channel channel, string command, IReadOnlyDictionary<string, object>? options = null) =>
        await Command(user, channel, command, options).FirstResponse;

    /// <summary>Types into an option; those that are filled in already may be given too.</summary>
    public async Task<FirstResponse> AutocompleteAsync(
        User user, Channel channel, string command, string option, string typed, IReadOnlyDictionary<string, object>? others = null)
    {
        Interaction interaction;
        lock (_world.Gate)
        {
            var (bot, registered, path) = CommandTable.Find(_world, user, channel, command);
            var options = new Dictionary<string, object>(others ?? new Dictionary<string, object>(), StringComparer.Ordinal) { [option] = typed };
            var data = new CommandData(_world, channel).Build(registered, path, options, focused: option);
            interaction = _desk.Open(bot, user, channel, Interaction.AutocompleteType, data, null);
        }

        return await interaction.FirstResponse;
    }

    /// <summary>Presses a button.</summary>
    /// <exception cref="ControlException">There is no such button, it is disabled, or the person does not see the message.</exception>
    public Interaction Press(User user, Message message, string customId)
    {
        lock (_world.Gate)
        {
            var component = Control(user, message, customId);
            if (component.Int("type") != ComponentType.Button)
            {
                throw new ControlException($"\"{customId}\" is a menu: choose in it instead.");
            }

            return Open(user, message, ComponentData(component, null));
        }
    }

    /// <summary>Presses a button that the person's client still shows as it was, although an edit has switched it off meanwhile.</summary>
    /// <exception cref="ControlException">There is no such button, or the person does not see the message.</exception>
    public Interaction PressOnOldView(User user, Message message, string customId)
    {
        lock (_world.Gate)
        {
            return Open(user, message, ComponentData(Seen(user, message, customId), null));
        }
    }

    public async Task<FirstResponse> PressAsync(User user, Message message, string customId) => await Press(user, message, customId).FirstResponse;

    /// <summary>Presses the button with a label.</summary>
    public async Task<FirstResponse> PressLabelAsync(User user, Message message, string label)
    {
        string customId;
        lock (_world.Gate)
        {
            customId = ComponentStore.Walk(message.Components).FirstOrDefault(part => part.Int("type") == ComponentType.Button && part.Text("label") == label).Text("custom_id")
                ?? throw new ControlException($"The message has no button \"{label}\". It reads: {message.Text}");
        }

        return await PressAsync(user, message, customId);
    }

    /// <summary>Chooses in a menu: values of a string select, ids otherwise.</summary>
    /// <exception cref="ControlException">As <see cref="Press"/>, or the number of values or a value does not fit.</exception>
    public Interaction Choose(User user, Message message, string customId, params IReadOnlyList<string> values)
    {
        lock (_world.Gate)
        {
            var component = Control(user, message, customId);
            Choice.Check(component, values, message.Channel);
            var data = ComponentData(component, values);
            if (Choice.Resolved(_world, message.Channel, component, values) is { } resolved)
            {
                data["resolved"] = resolved;
            }

            return Open(user, message, data);
        }
    }

    public async Task<FirstResponse> ChooseAsync(User user, Message message, string customId, params IReadOnlyList<string> values) =>
        await Choose(user, message, customId, values).FirstResponse;

    /// <summary>Sends a press that no client of Discord's own would: a copied custom id on a message that the person need not see.</summary>
    /// <param name="user">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="source">A message of the bot.</param>
    /// <param name="customId">Any.</param>
    /// <param name="values">Null for a button; anything for a menu.</param>
    public async Task<FirstResponse> ForgeAsync(User user, Channel channel, Message source, string customId, IReadOnlyList<string>? values = null)
    {
        Interaction interaction;
        lock (_world.Gate)
        {
            var bot = _world.Bots.Values.First(bot => bot.User == source.Author);
            var type = values is null ? ComponentType.Button : ComponentType.StringSelect;
            var data = ComponentData(new JsonObject { ["custom_id"] = customId, ["type"] = type, ["id"] = 1 }, values);
            interaction = _desk.Open(bot, user, channel, Interaction.ComponentType, data, source);
        }

        return await interaction.FirstResponse;
    }

    /// <summary>Submits the modal that an interaction opened.</summary>
    /// <param name="opener">Its first response was a modal.</param>
    /// <param name="fields">By custom id: a string, a bool, or a list of strings. Fields that are left out keep what is filled in.</param>
    /// <exception cref="ControlException">No modal, an unknown field, a value that Discord's client refuses.</exception>
    public Interaction Submit(Interaction opener, IReadOnlyDictionary<string, object> fields)
    {
        lock (_world.Gate)
        {
            var modal = opener.Modal ?? throw new ControlException("That interaction opened no modal.");
            return _desk.Open(
                opener.Bot, opener.User, opener.Channel, Interaction.ModalType, new ModalData(_world, opener.Channel).Build(modal, fields), opener.Source);
        }
    }

    public async Task<FirstResponse> SubmitAsync(Interaction opener, IReadOnlyDictionary<string, object> fields) => await Submit(opener, fields).FirstResponse;

    private Interaction Open(User user, Message message, JsonObject data)
    {
        var bot = _world.Bots.Values.First(bot => bot.User == message.Author);
        return _desk.Open(bot, user, message.Channel, Interaction.ComponentType, data, message);
    }

    private static JsonObject Control(User user, Message message, string customId)
    {
        var found = Seen(user, message, customId);
        return found.Flag("disabled") == true ? throw new ControlException($"\"{customId}\" is disabled.") : found;
    }

    private static JsonObject Seen(User user, Message message, string customId)
    {
        if (message.IsDeleted || !IsSeen(user, message))
        {
            throw new ControlException($"{user} does not see this message.");
        }

        return ComponentStore.Walk(message.Components).FirstOrDefault(component => component.Text("custom_id") == customId)
            ?? throw new ControlException($"The message has no control \"{customId}\". It reads: {message.Text}");
    }

    private static JsonObject ComponentData(JsonObject component, IReadOnlyList<string>? values)
    {
        var data = new JsonObject
        {
            ["custom_id"] = component.Text("custom_id"),
            ["component_type"] = component.Int("type"),
            ["id"] = component.Int("id"),
        };
        if (values is not null)
        {
            data["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        return data;
    }
}
