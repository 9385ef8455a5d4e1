using System.Text.Json.Nodes;
using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>A person in a channel. Whatever the bot answers has to come in time and be for this person alone.</summary>
/// <param name="stage">The stage.</param>
/// <param name="user">Who.</param>
/// <param name="channel">Where commands are typed.</param>
internal sealed class SlackLearner(SlackStage stage, User user, Channel channel)
{
    private SlackControl Control => stage.Server.Control;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The account.</summary>
    public User User => user;

    /// <summary>The user id, as <see cref="Records"/> have it.</summary>
    public string Id => user.Id;

    /// <summary>The same person in another channel.</summary>
    public SlackLearner In(Channel other) => new(stage, user, other);

    /// <summary>Types a command, such as <c>/mla why 3</c>.</summary>
    /// <returns>The private answer.</returns>
    public Task<Message> AskAsync(string typed) => PrivateAsync(Control.CommandAsync(user, channel, typed));

    /// <inheritdoc cref="AskAsync"/>
    /// <returns>Its words.</returns>
    public async Task<string> TypeAsync(string typed) => (await AskAsync(typed)).Words;

    /// <summary>Presses the button with a label.</summary>
    /// <returns>The private answer.</returns>
    public Task<Message> PressAsync(Message message, string label) => PrivateAsync(Control.PressLabelAsync(user, message, label));

    /// <summary>Presses a button that a client still shows, although the message has changed since.</summary>
    /// <param name="message">The message.</param>
    /// <param name="picture">Its blocks of then, from <see cref="Picture"/>.</param>
    /// <param name="label">The button.</param>
    public async Task<Message> PressOnAsync(Message message, JsonArray picture, string label)
    {
        Task<Act> act;
        lock (stage.Server.World.Gate)
        {
            var today = message.Blocks;
            message.Blocks = picture;
            act = Control.PressLabelAsync(user, message, label);
            message.Blocks = today;
        }

        return await PrivateAsync(act);
    }

    /// <summary>What a client shows of a message now.</summary>
    public JsonArray Picture(Message message)
    {
        lock (stage.Server.World.Gate)
        {
            return (JsonArray)message.Blocks.DeepClone();
        }
    }

    /// <summary>Presses the button with a label, which opens a window.</summary>
    public async Task<Window> OpenAsync(Message message, string label) => await WindowAsync(Control.PressLabelAsync(user, message, label));

    /// <summary>Presses a button in a window or on a Home, which opens or changes a window.</summary>
    public async Task<Window> OpenAsync(View view, string label) => await WindowAsync(Control.PressLabelAsync(user, view, label));

    /// <summary>Presses the button with an action id in a window or on a Home.</summary>
    public async Task<Window> PressActionAsync(View view, string action) => await WindowAsync(Control.PressAsync(user, view, action));

    /// <summary>Waits for the window that an act opens.</summary>
    public async Task<Window> WindowAsync(Task<Act> acting)
    {
        var act = await InTimeAsync(acting);
        return new Window(act, await act.ViewAsync(Token));
    }

    /// <summary>Sends a form.</summary>
    public Task<Act> SendAsync(View view, params (string Field, object? Value)[] values) =>
        InTimeAsync(Control.SubmitAsync(user, view, values.ToDictionary(value => value.Field, value => value.Value, StringComparer.Ordinal)));

    /// <summary>Opens the form of a question, fills it in and sends it.</summary>
    /// <returns>The private answer beside the question.</returns>
    public async Task<string> AnswerAsync(Message question, string label, params (string Field, object? Value)[] values)
    {
        var window = await OpenAsync(question, label);
        return await ReceiptAsync(window, await SendAsync(window.View, values));
    }

    /// <summary>The answer to a form that was sent, beside the message on which it was opened.</summary>
    public async Task<string> ReceiptAsync(Window window, Act sent)
    {
        sent.Errors.ShouldBeEmpty();
        sent.AckPayload.ShouldBeNull("the window closes");
        var receipt = await window.Opening.MessageAsync(Token);
        receipt.Reader.ShouldBe(user);
        receipt.Channel.ShouldBe(channel);
        return receipt.Words;
    }

    private async Task<Message> PrivateAsync(Task<Act> acting)
    {
        var answer = await (await InTimeAsync(acting)).MessageAsync(Token);
        answer.Reader.ShouldBe(user, answer.Words);
        return answer;
    }

    private static async Task<Act> InTimeAsync(Task<Act> acting)
    {
        var act = await acting;
        act.IsTimedOut.ShouldBeFalse($"{act} was not acknowledged in time");
        return act;
    }
}

/// <summary>A window on a person's screen.</summary>
/// <param name="Opening">What opened it.</param>
/// <param name="View">The window.</param>
internal sealed record Window(Act Opening, View View);
