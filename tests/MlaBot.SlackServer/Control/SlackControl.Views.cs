using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.Views;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <content>What people do in modals and Homes.</content>
public sealed partial class SlackControl
{
    /// <inheritdoc cref="PressAsync(User, Message, string)"/>
    public Task<Act> PressAsync(User user, View view, string actionId)
    {
        lock (_world.Gate)
        {
            return UseAsync(user, view, Button(Controls(user, view), control => control.ActionId == actionId, actionId), picked: null);
        }
    }

    /// <inheritdoc cref="PressLabelAsync(User, Message, string)"/>
    public Task<Act> PressLabelAsync(User user, View view, string label)
    {
        lock (_world.Gate)
        {
            return UseAsync(user, view, Button(Controls(user, view), control => control.Element["text"].Text("text") == label, label), picked: null);
        }
    }

    /// <inheritdoc cref="ChooseAsync(User, Message, string, IReadOnlyList{string})"/>
    /// <remarks>Inputs that are sent only on submission are filled in by <see cref="Fill"/> or <see cref="SubmitAsync"/>.</remarks>
    public Task<Act> ChooseAsync(User user, View view, string actionId, params IReadOnlyList<string> values)
    {
        lock (_world.Gate)
        {
            return UseAsync(user, view, Find(Controls(user, view), actionId), values);
        }
    }

    /// <summary>Fills in inputs of a view without sending anything.</summary>
    /// <param name="user">Whose screen it is on.</param>
    /// <param name="view">Open, and on top of the stack.</param>
    /// <param name="values">By action id or block id: a text, an option's value or label, a list of either, or null for nothing.</param>
    /// <exception cref="ControlException">No such input, or a value does not fit.</exception>
    public void Fill(User user, View view, IReadOnlyDictionary<string, object?> values)
    {
        lock (_world.Gate)
        {
            var controls = Controls(user, view);
            foreach (var (name, value) in values)
            {
                var control = Find(controls, name);
                view.State.Set(control, Choices.Value(user, control, view.State, Texts(value)));
            }
        }
    }

    /// <summary>Fills in inputs of a view and submits it. Inputs that are left out keep what they hold.</summary>
    /// <exception cref="ControlException">No submit button, a required input is empty (Slack's client refuses and sends nothing), or a value does not fit.</exception>
    public Task<Act> SubmitAsync(User user, View view, IReadOnlyDictionary<string, object?>? values = null)
    {
        lock (_world.Gate)
        {
            Fill(user, view, values ?? new Dictionary<string, object?>(StringComparer.Ordinal));
            var inputs = Controls(user, view).Where(control => control.Input is not null).ToList();
            if (view.Type is not "modal" || (view.SubmitLabel is null && inputs.Count is 0))
            {
                throw new ControlException("This view has no button to submit it.");
            }

            if (inputs.FirstOrDefault(control => !control.Input.Flag("optional") && InputValue.IsEmpty(view.State.Value(control))) is { } empty)
            {
                throw new ControlException($"\"{empty.Input!["label"].Text("text")}\" must be filled in ({empty.BlockId}, {empty.ActionId}).");
            }

            var act = new Act(_world, view.App, user, "view_submission", view) { Payload = ActPayload.Interaction("view_submission", view.App, user) };
            act.Payload["view"] = ViewJson.Of(view);
            act.Payload["response_urls"] = new JsonArray();
            _desk.AddTrigger(act);
            return _desk.SendAsync(act);
        }
    }

    /// <summary>Closes the top view, or with <paramref name="all"/> the whole stack. Null when the app did not ask to hear of it.</summary>
    public async Task<Act?> CloseAsync(User user, View view, bool all = false)
    {
        var sent = new List<Task<Act>>();
        lock (_world.Gate)
        {
            NeedOnTop(user, view);
            var isCleared = all || view.Content.Flag("clear_on_close");
            foreach (var closed in isCleared ? user.Views.AsEnumerable().Reverse().ToList() : [view])
            {
                ViewStore.Close(closed);
                if (closed.Content.Flag("notify_on_close"))
                {
                    var act = new Act(_world, closed.App, user, "view_closed", closed) { Payload = ActPayload.Interaction("view_closed", closed.App, user) };
                    act.Payload["view"] = ViewJson.Of(closed);
                    act.Payload["is_cleared"] = isCleared;
                    sent.Add(_desk.SendAsync(act));
                }
            }

            _world.Changed();
        }

        var acts = await Task.WhenAll(sent);
        return acts.FirstOrDefault(act => act.SourceView == view);
    }

    /// <summary>Types into an external menu of a message; <see cref="Act.Options"/> holds what is offered. Null when too little was typed.</summary>
    public Task<Act?> SuggestAsync(User user, Message message, string actionId, string typed)
    {
        lock (_world.Gate)
        {
            var control = Find(Controls(user, message), actionId);
            var act = new Act(_world, AppOf(message), user, "block_suggestion", source: null) { Payload = ActPayload.Interaction("block_suggestion", AppOf(message), user) };
            ActPayload.AddMessage(act.Payload, message);
            return SuggestAsync(act, control, StateOf(user, message), typed);
        }
    }

    /// <summary>Types into an external menu of a view.</summary>
    public Task<Act?> SuggestAsync(User user, View view, string actionId, string typed)
    {
        lock (_world.Gate)
        {
            var control = Find(Controls(user, view), actionId);
            var act = new Act(_world, view.App, user, "block_suggestion", view) { Payload = ActPayload.Interaction("block_suggestion", view.App, user) };
            ActPayload.AddView(act.Payload, view);
            return SuggestAsync(act, control, view.State, typed);
        }
    }

    private async Task<Act?> SuggestAsync(Act act, BlockControl control, InputState state, string typed)
    {
        if (!control.Type.EndsWith("external_select", StringComparison.Ordinal))
        {
            throw new ControlException($"\"{control.ActionId}\" is a {control.Type} and asks nobody for entries.");
        }

        // Source: Block Kit, "External data source select": min_query_length is 3 unless it is set.
        if (typed.Length < (control.Element.Int("min_query_length") ?? 3))
        {
            return null;
        }

        act.Payload["action_id"] = control.ActionId;
        act.Payload["block_id"] = control.BlockId;
        act.Payload["value"] = typed;
        await _desk.SendAsync(act);
        lock (_world.Gate)
        {
            state.Offer(control, act.Offered.Objects("options").Concat(act.Offered.Objects("option_groups").SelectMany(group => group.Objects("options"))));
        }

        return act;
    }

    private Task<Act> UseAsync(User user, View view, BlockControl control, IReadOnlyList<string>? picked)
    {
        var value = picked is null ? null : Choices.Value(user, control, view.State, picked);
        if (!control.IsSentAtOnce)
        {
            throw new ControlException($"\"{control.ActionId}\" is sent when the view is submitted, not by itself.");
        }

        if (value is not null && InputValue.IsKept(control.Type))
        {
            view.State.Set(control, value);
        }

        var act = new Act(_world, view.App, user, "block_actions", view) { Payload = ActPayload.Interaction("block_actions", view.App, user) };
        ActPayload.AddView(act.Payload, view);
        act.Payload["actions"] = new JsonArray(ActPayload.Action(control, value, _desk.NewActionTs()));
        _desk.AddTrigger(act);
        return _desk.SendAsync(act);
    }

    private static List<BlockControl> Controls(User user, View view)
    {
        NeedOnTop(user, view);
        return [.. BlockParts.Controls(view.Blocks)];
    }

    private static void NeedOnTop(User user, View view)
    {
        if (view.User != user || !view.IsOpen || (view.Type is "modal" && user.Views.LastOrDefault() != view))
        {
            throw new ControlException($"{user} does not have this view on top of the screen.");
        }
    }

    private static IReadOnlyList<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable<string> texts => [.. texts],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };
}
