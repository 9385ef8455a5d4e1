using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <content>What people do. Every call comes back with the app's acknowledgement, or after 3 s without one.</content>
public sealed partial class SlackControl
{
    /// <summary>Types a slash command, such as <c>/mla schedule list</c>. Works in channels that the bot is not in.</summary>
    /// <exception cref="ControlException">The person does not see the channel, or no app has that command.</exception>
    public Task<Act> CommandAsync(User user, Channel channel, string typed) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Presses the button with an action id on a message.</summary>
    /// <exception cref="ControlException">There is no such button, or the person does not see the message.</exception>
    public Task<Act> PressAsync(User user, Message message, string actionId) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Presses the button with a label on a message.</summary>
    public Task<Act> PressLabelAsync(User user, Message message, string label) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Chooses in a menu, date field, radio group or group of checkboxes of a message: values of options, ids, or a date. Checkboxes get exactly these ticks.</summary>
    /// <exception cref="ControlException">No such element, an option that it does not have, too many.</exception>
    public Task<Act> ChooseAsync(User user, Message message, string actionId, params IReadOnlyList<string> values) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Presses a button that stood on a message when the person's screen was last drawn and is gone since.</summary>
    public Task<Act> PressOldAsync(User user, Message message, string actionId, string blockId = "", string? value = null) => throw new NotSupportedException("This act is not there yet.");

    /// <inheritdoc cref="PressAsync(User, Message, string)"/>
    public Task<Act> PressAsync(User user, View view, string actionId) => throw new NotSupportedException("This act is not there yet.");

    /// <inheritdoc cref="PressLabelAsync(User, Message, string)"/>
    public Task<Act> PressLabelAsync(User user, View view, string label) => throw new NotSupportedException("This act is not there yet.");

    /// <inheritdoc cref="ChooseAsync(User, Message, string, IReadOnlyList{string})"/>
    public Task<Act> ChooseAsync(User user, View view, string actionId, params IReadOnlyList<string> values) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Fills in inputs of a view without sending anything.</summary>
    /// <param name="user">Whose screen it is on.</param>
    /// <param name="view">Open, and on top of the stack.</param>
    /// <param name="values">By action id or block id: a text, an option's value, a list of either, or null for nothing.</param>
    public void Fill(User user, View view, IReadOnlyDictionary<string, object?> values) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Fills in inputs of a view and submits it. Inputs that are left out keep what they hold.</summary>
    /// <exception cref="ControlException">No submit button, a required input is empty (Slack's client refuses and sends nothing), or a value does not fit.</exception>
    public Task<Act> SubmitAsync(User user, View view, IReadOnlyDictionary<string, object?>? values = null) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Closes the top view, or with <paramref name="all"/> the whole stack. Null when the app did not ask to hear of it.</summary>
    public Task<Act?> CloseAsync(User user, View view, bool all = false) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Types into an external menu of a message; <see cref="Act.Options"/> holds what is offered. Null when too little was typed.</summary>
    public Task<Act?> SuggestAsync(User user, Message message, string actionId, string typed) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Types into an external menu of a view.</summary>
    public Task<Act?> SuggestAsync(User user, View view, string actionId, string typed) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Runs a global shortcut.</summary>
    public Task<Act> ShortcutAsync(User user, App app, string callbackId) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Runs a message shortcut.</summary>
    public Task<Act> MessageShortcutAsync(User user, App app, Message message, string callbackId) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Opens the app's Home (or its messages tab): event <c>app_home_opened</c>.</summary>
    public void OpenHome(User user, App app, string tab = "home") => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Writes a message. Apps hear of it when they are mentioned, or in a direct conversation with their bot.</summary>
    public Message Say(User user, Channel channel, string text, Message? thread = null) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Writes to the bot in private.</summary>
    public Message SayDirect(User user, App app, string text) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>Writes a message that mentions the bot.</summary>
    public Message Mention(User user, Channel channel, App app, string text) => throw new NotSupportedException("This act is not there yet.");

    /// <summary>A person deletes a message, or dismisses an ephemeral one.</summary>
    public void DeleteMessage(Message message) => throw new NotSupportedException("This act is not there yet.");
}
