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
    public async Task<FirstResponse> PressAsync(Message message, string label) => Private(await Control.PressLabelAsync(user, message, label));

    /// <summary>Presses the button with an id, also one that another person's client would not show.</summary>
    public async Task<FirstResponse> PressIdAsync(Message message, string customId) => Private(await Control.PressAsync(user, message, customId));

    /// <summary>Chooses letters in the menu whose words begin so.</summary>
    public async Task<FirstResponse> ChooseAsync(Message message, string prompt, params string[] values) =>
        Private(await Control.ChooseAsync(user, message, MenuId(message, prompt), values));

    /// <summary>Runs a command.</summary>
    public async Task<string> TypeAsync(string command, params (string Name, object Value)[] options) =>
        Private(await Control.CommandAsync(user, channel, command, options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal))).Text;

    /// <summary>The menu of a message whose words begin so.</summary>
    public System.Text.Json.Nodes.JsonObject Menu(Message message, string prompt)
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

    private FirstResponse Private(FirstResponse reply)
    {
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
