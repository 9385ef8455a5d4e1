using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>What admins do on a stage, and what each of their tests ends with.</summary>
internal static class AdminActs
{
    /// <summary>A public question's number, as its heading says it.</summary>
    public static string Question(long number) => string.Create(CultureInfo.InvariantCulture, $"Question {number}");

    /// <summary>Opens the wizard with <c>/setup</c>.</summary>
    public static async Task<Message> WizardAsync(this DiscordStage stage, User? admin = null, Channel? channel = null)
    {
        var opened = await stage.Server.Control.CommandAsync(admin ?? stage.Admin, channel ?? stage.Study, "setup");
        opened.Text.ShouldContain("Set up a channel", customMessage: stage.Process.Errors);
        opened.Message!.IsEphemeral.ShouldBeTrue();
        return opened.Message;
    }

    /// <summary>Chooses in one of the wizard's menus, named by its step.</summary>
    public static async Task<string> ChooseStepAsync(this DiscordStage stage, Message wizard, string step, params IReadOnlyList<string> values) =>
        Shown(stage, await stage.Server.Control.ChooseAsync(stage.Admin, wizard, IdOf(wizard, step), values));

    /// <summary>Presses one of the buttons of the admin's private message.</summary>
    public static async Task<string> PressAsync(this DiscordStage stage, Message wizard, string label) =>
        Shown(stage, await stage.Server.Control.PressLabelAsync(stage.Admin, wizard, label));

    /// <summary>The custom id of a step's control, as it stands in a message.</summary>
    public static string IdOf(this Message wizard, string step) => Controls(wizard).Select(control => (string?)control["custom_id"] ?? "")
        .Single(id => id.EndsWith($":{step}", StringComparison.Ordinal));

    /// <summary>True when a message shows a button that can be pressed.</summary>
    public static bool Offers(this Message message, string label) =>
        Controls(message).Any(control => (string?)control["label"] == label && control["disabled"]?.GetValue<bool>() != true);

    /// <summary>Runs a command as the admin and gives the private answer's text.</summary>
    public static async Task<string> AdminSaysAsync(this DiscordStage stage, string command, params (string Name, object Value)[] options)
    {
        var answer = await stage.Server.Control.CommandAsync(
            stage.Admin, stage.Study, command, options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal));
        answer.IsFailed.ShouldBeFalse($"/{command}\n{stage.Process.Errors}");
        answer.Message!.IsEphemeral.ShouldBeTrue(command);
        return answer.Words();
    }

    /// <summary>What people read: without the backslashes that keep Markdown from being seen in it.</summary>
    public static string Words(this FirstResponse answer) => answer.Text.Replace("\\", "", StringComparison.Ordinal);

    /// <inheritdoc cref="Words(FirstResponse)"/>
    public static string Words(this Message message) => message.Text.Replace("\\", "", StringComparison.Ordinal);

    /// <summary>Takes rights away from the bot in a channel; none gives all back.</summary>
    public static void Deny(this DiscordStage stage, Permission rights, Channel? channel = null) =>
        stage.Server.Control.SetOverwrite(channel ?? stage.Study, stage.App.User, Permission.None, rights);

    /// <summary>The bot's public messages of a channel whose text holds words.</summary>
    public static IReadOnlyList<Message> Said(this DiscordStage stage, Channel channel, string words) =>
        [.. stage.Server.Control.Public(channel).Where(message => !message.IsDeleted && message.Text.Contains(words, StringComparison.Ordinal))];

    /// <summary>What the bot wrote to a person in private.</summary>
    public static IReadOnlyList<string> Letters(this DiscordStage stage, User person) =>
        stage.Server.Control.PrivateChannel(stage.App, person) is { } channel ? [.. stage.Server.Control.Public(channel).Select(message => message.Text)] : [];

    /// <summary>How often the bot made a call.</summary>
    public static int Calls(this DiscordStage stage, string method, string route) =>
        stage.Server.Requests.Count(request => request.Method == method && request.Route == route);

    /// <summary>Ends every session that could go on: the next start gets a new one.</summary>
    public static void GatewayForgets(this DiscordTestServer server) => server.GatewayControl().ForgetSessions();

    /// <summary>The end of a test in which the bot had to log an error: all the rest holds.</summary>
    public static void ShouldEndClean(this DiscordStage stage)
    {
        stage.Server.World.Violations.ShouldBeEmpty();
        stage.Server.Limits.Hits.ShouldNotContain(hit => hit.Cause == LimitCause.Overrun);
        stage.Log.ShouldBeFreeOfTraces();
        stage.Log.ShouldNotContain(stage.App.Token);
        stage.Log.ShouldNotContain(stage.App.Token.Split('.')[2]);
    }

    // A page of the wizard takes the place of the one before it.
    private static string Shown(DiscordStage stage, FirstResponse answer)
    {
        answer.Type.ShouldBe(7, $"{answer.Text}\n{string.Join('\n', stage.Server.World.Violations)}\n{stage.Process.Errors}");
        return answer.Words();
    }

    private static IEnumerable<JsonObject> Controls(Message message) => Walk(message.Components).Where(part => part["custom_id"] is not null);

    private static IEnumerable<JsonObject> Walk(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Walk),
        JsonObject part => [part, .. Walk(part["components"]), .. Walk(part["accessory"])],
        _ => [],
    };
}
