using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>A person in a channel. Whatever the bot answers has to come in time and be for this person alone.</summary>
/// <param name="stage">The stage.</param>
/// <param name="user">Who.</param>
/// <param name="channel">Where commands are typed.</param>
internal sealed class Learner(DiscordStage stage, User user, Channel channel)
{
    private DiscordControl Control => stage.Server.Control;

    /// <summary>The account.</summary>
    public User User => user;

    /// <summary>The user id, as <see cref="Records"/> have it.</summary>
    public string Id => user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same person in another channel.</summary>
    public Learner In(Channel other) => new(stage, user, other);

    /// <summary>Presses the button with a label.</summary>
    public Task<FirstResponse> PressAsync(Message message, string label) => PrivateAsync(Control.PressLabelAsync(user, message, label));

    /// <summary>Presses a button that is switched off by now, as a client does that has not heard of it.</summary>
    public Task<FirstResponse> PressAnyAsync(Message message, string label)
    {
        var picture = Picture(message);
        foreach (var part in ComponentStore.Walk(picture))
        {
            part.Remove("disabled");
        }

        return PressOnAsync(message, picture, label);
    }

    /// <summary>Presses a button on a picture of the message that the client still shows, although the message has changed since.</summary>
    /// <param name="message">The message.</param>
    /// <param name="picture">Its components of then, from <see cref="Picture"/>.</param>
    /// <param name="label">The button.</param>
    public async Task<FirstResponse> PressOnAsync(Message message, JsonArray picture, string label)
    {
        Task<FirstResponse> reply;
        lock (stage.Server.World.Gate)
        {
            var today = message.Components;
            message.Components = picture;
            reply = Control.PressLabelAsync(user, message, label);
            message.Components = today;
        }

        return await PrivateAsync(reply);
    }

    /// <summary>What a client shows of a message now.</summary>
    public JsonArray Picture(Message message)
    {
        lock (stage.Server.World.Gate)
        {
            return (JsonArray)message.Components.DeepClone();
        }
    }

    /// <summary>Opens the form of a report and sends it.</summary>
    public async Task<string> ReportAsync(Message message, string reason, string text)
    {
        var opener = Control.Press(user, message, Controls(message).First(id => id.StartsWith("daily.report", StringComparison.Ordinal)));
        (await opener.FirstResponse).Type.ShouldBe(9, "a form");
        var fields = new Dictionary<string, object>(StringComparer.Ordinal) { ["reason"] = new[] { reason }, ["text"] = text };
        return (await PrivateAsync(Control.SubmitAsync(opener, fields))).Text;
    }

    /// <summary>Chooses letters in the menu whose words begin so.</summary>
    public Task<FirstResponse> ChooseAsync(Message message, string prompt, params string[] values) =>
        PrivateAsync(Control.ChooseAsync(user, message, MenuId(message, prompt), values));

    /// <summary>Runs a command.</summary>
    public async Task<string> TypeAsync(string command, params (string Name, object Value)[] options)
    {
        var values = options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
        return (await PrivateAsync(Control.CommandAsync(user, channel, command, values))).Text;
    }

    /// <summary>The menu of a message whose words begin so.</summary>
    public JsonObject Menu(Message message, string prompt)
    {
        lock (stage.Server.World.Gate)
        {
            return ComponentStore.Walk(message.Components).FirstOrDefault(part => part.Text("placeholder")?.StartsWith(prompt, StringComparison.Ordinal) == true)
                ?? throw new ControlException($"There is no menu \"{prompt}\". The message reads: {message.Text}");
        }
    }

    /// <summary>The ids of the controls that can be used.</summary>
    public IReadOnlyList<string> Controls(Message message)
    {
        lock (stage.Server.World.Gate)
        {
            return [.. ComponentStore.Walk(message.Components).Where(part => part.Text("custom_id") is not null && part.Flag("disabled") != true).Select(part => part.Text("custom_id")!)];
        }
    }

    private string MenuId(Message message, string prompt) => Menu(message, prompt).Text("custom_id")!;

    private async Task<FirstResponse> PrivateAsync(Task<FirstResponse> asked)
    {
        var reply = await stage.SettledAsync(await asked);
        reply.IsFailed.ShouldBeFalse($"the bot did not respond\n{stage.Log}");
        if (reply.Message is { } message)
        {
            message.OnlyFor.ShouldBe(user.Id, message.Text);
        }

        reply.Text.ShouldBeFreeOfTraces();
        reply.Text.ShouldNotContain("(error ", customMessage: stage.Log);
        return reply;
    }
}
