using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <content>Commands, shortcuts, presses. Every act comes back with the app's acknowledgement, or after 3 s without one.</content>
public sealed partial class SlackControl
{
    /// <summary>Types a slash command, such as <c>/mla schedule list</c>. Works in channels that the bot is not in.</summary>
    /// <exception cref="ControlException">The person does not see the channel, or no app has that command.</exception>
    public Task<Act> CommandAsync(User user, Channel channel, string typed)
    {
        lock (_world.Gate)
        {
            NeedSight(user, channel);
            var parts = typed.Split(' ', 2);
            var app = channel.Team.Apps.LastOrDefault(app => app.IsInstalled && (app.Commands.Count is 0 || app.Commands.Contains(parts[0])));
            if (!parts[0].StartsWith('/') || app is null)
            {
                throw new ControlException($"{parts[0]} is not a valid command.");
            }

            var act = new Act(_world, app, user, "slash_commands", source: null)
            {
                Payload = ActPayload.Command(app, user, channel, parts[0], parts.Length > 1 ? parts[1].Trim() : ""),
            };
            _desk.AddResponseUrl(act, channel, source: null);
            _desk.AddTrigger(act);
            return _desk.SendAsync(act, channel);
        }
    }

    /// <summary>Presses the button with an action id on a message.</summary>
    /// <exception cref="ControlException">There is no such button, or the person does not see the message.</exception>
    public Task<Act> PressAsync(User user, Message message, string actionId)
    {
        lock (_world.Gate)
        {
            return UseAsync(user, message, Button(Controls(user, message), control => control.ActionId == actionId, actionId), picked: null);
        }
    }

    /// <summary>Presses the button with a label on a message.</summary>
    public Task<Act> PressLabelAsync(User user, Message message, string label)
    {
        lock (_world.Gate)
        {
            return UseAsync(user, message, Button(Controls(user, message), control => control.Element["text"].Text("text") == label, label), picked: null);
        }
    }

    /// <summary>Chooses in a menu, date field, radio group or group of checkboxes of a message: values or labels of options, ids, or a date.
    /// Checkboxes get exactly these ticks.</summary>
    /// <exception cref="ControlException">No such element, an option that it does not have, too many.</exception>
    public Task<Act> ChooseAsync(User user, Message message, string actionId, params IReadOnlyList<string> values)
    {
        lock (_world.Gate)
        {
            return UseAsync(user, message, Find(Controls(user, message), actionId), values);
        }
    }

    /// <summary>Presses a button that stood on a message when the person's screen was last drawn and is gone since.</summary>
    public Task<Act> PressOldAsync(User user, Message message, string actionId, string blockId = "old", string? value = null)
    {
        lock (_world.Gate)
        {
            NeedSight(user, message.Channel);
            var element = new JsonObject { ["type"] = "button", ["action_id"] = actionId, ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "old" } };
            if (value is not null)
            {
                element["value"] = value;
            }

            return SendPressAsync(user, message, new(blockId, actionId, element, Input: null), value: null);
        }
    }

    /// <summary>Runs a global shortcut.</summary>
    public Task<Act> ShortcutAsync(User user, App app, string callbackId)
    {
        lock (_world.Gate)
        {
            var act = new Act(_world, app, user, "shortcut", source: null) { Payload = ActPayload.Interaction("shortcut", app, user) };
            act.Payload["callback_id"] = callbackId;
            act.Payload["action_ts"] = _desk.NewActionTs();
            _desk.AddTrigger(act);
            return _desk.SendAsync(act);
        }
    }

    /// <summary>Runs a message shortcut.</summary>
    public Task<Act> MessageShortcutAsync(User user, App app, Message message, string callbackId)
    {
        lock (_world.Gate)
        {
            NeedSight(user, message);
            var act = new Act(_world, app, user, "message_action", source: null) { Payload = ActPayload.Interaction("message_action", app, user) };
            ActPayload.AddMessage(act.Payload, message);
            act.Payload.Remove("container");
            act.Payload["callback_id"] = callbackId;
            act.Payload["message_ts"] = message.Ts;
            act.Payload["action_ts"] = _desk.NewActionTs();
            _desk.AddResponseUrl(act, message.Channel, source: null);
            _desk.AddTrigger(act);
            return _desk.SendAsync(act);
        }
    }

    private Task<Act> UseAsync(User user, Message message, BlockControl control, IReadOnlyList<string>? picked)
    {
        var state = StateOf(user, message);
        var value = picked is null ? null : Choices.Value(user, control, state, picked);
        if (value is not null && InputValue.IsKept(control.Type))
        {
            state.Set(control, value);
        }

        return control.IsSentAtOnce ? SendPressAsync(user, message, control, value) : throw new ControlException($"\"{control.ActionId}\" is sent with a button, not by itself.");
    }

    private Task<Act> SendPressAsync(User user, Message message, BlockControl control, JsonObject? value)
    {
        var act = new Act(_world, AppOf(message), user, "block_actions", source: null) { Payload = ActPayload.Interaction("block_actions", AppOf(message), user) };
        ActPayload.AddMessage(act.Payload, message);
        act.Payload["state"] = new JsonObject { ["values"] = StateOf(user, message).Values(message.Blocks) };
        act.Payload["actions"] = new JsonArray(ActPayload.Action(control, value, _desk.NewActionTs()));
        _desk.AddResponseUrl(act, message.Channel, message);
        _desk.AddTrigger(act);
        return _desk.SendAsync(act);
    }

    private static InputState StateOf(User user, Message message) => message.States.GetValueOrDefault(user.Id) ?? (message.States[user.Id] = new());

    private static App AppOf(Message message) => message.App ?? throw new ControlException("A person wrote this message; there is nothing to press.");

    private static List<BlockControl> Controls(User user, Message message)
    {
        NeedSight(user, message);
        return [.. BlockParts.Controls(message.Blocks)];
    }

    private static BlockControl Button(IReadOnlyList<BlockControl> controls, Func<BlockControl, bool> fits, string named)
    {
        var buttons = controls.Where(control => control.Type is "button").ToList();
        return buttons.FirstOrDefault(fits)
            ?? throw new ControlException($"There is no button \"{named}\", but: {string.Join(", ", buttons.Select(button => $"{button.Element["text"].Text("text")} ({button.ActionId})"))}.");
    }

    private static BlockControl Find(IReadOnlyList<BlockControl> controls, string actionId) =>
        controls.FirstOrDefault(control => control.ActionId == actionId && control.Type is not "button")
        ?? controls.FirstOrDefault(control => control.BlockId == actionId && control.Type is not "button")
        ?? throw new ControlException($"There is no element \"{actionId}\", but: {string.Join(", ", controls.Select(control => $"{control.ActionId} ({control.Type})"))}.");

    private static void NeedSight(User user, Message message)
    {
        if (message.IsDeleted || (message.Reader is { } reader && reader != user))
        {
            throw new ControlException($"{user} does not see this message.");
        }

        NeedSight(user, message.Channel);
    }

    private static void NeedSight(User user, Channel channel)
    {
        if (channel.IsDeleted || channel.Team != user.Team || (channel.IsPrivate && !channel.Members.Contains(user.Id)))
        {
            throw new ControlException($"{user} does not see {channel}.");
        }
    }
}
