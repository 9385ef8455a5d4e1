using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>What admins do on a stage, and what each of their tests ends with.</summary>
internal static class AdminActs
{
    /// <summary>Types a command and gives the text of its private answer.</summary>
    public static async Task<string> SaysAsync(this SlackStage stage, User who, Channel where, string typed)
    {
        var act = await stage.Server.Control.CommandAsync(who, where, typed);
        act.IsTimedOut.ShouldBeFalse($"{typed}\n{stage.Process.Errors}");
        var answer = await act.MessageAsync(TestContext.Current.CancellationToken);
        answer.Reader.ShouldBe(who, typed);
        return answer.Words;
    }

    /// <summary>Types a command as the admin in the study channel.</summary>
    public static Task<string> AdminSaysAsync(this SlackStage stage, string typed) => stage.SaysAsync(stage.Admin, stage.Study, $"/mla {typed}");

    /// <summary>A set-up in one go that is stored and answered when this returns, also on a machine that is slow.</summary>
    public static async Task SettledSetUpAsync(this SlackStage stage, Channel channel, User admin, string options = "")
    {
        var before = stage.Records.Schedules().Count;
        await stage.SetUpAsync(channel, admin, options);
        await stage.WaitAsync(() => stage.Records.Schedules().Count == before + 5, $"the set-up of #{channel.Name}");
        // The self-test, in which the bot joins a public channel, comes after what is stored.
        await stage.EphemeralAsync(admin, channel, "This channel is set up");
    }

    /// <summary>Opens the wizard with <c>/mla setup</c>.</summary>
    public static async Task<View> WizardAsync(this SlackStage stage, User? admin = null, Channel? channel = null)
    {
        var act = await stage.Server.Control.CommandAsync(admin ?? stage.Admin, channel ?? stage.Study, "/mla setup");
        act.IsTimedOut.ShouldBeFalse(stage.Process.Errors);
        var wizard = await act.ViewAsync(TestContext.Current.CancellationToken);
        wizard.Title.ShouldBe("Set up a channel", stage.Process.Errors);
        return wizard;
    }

    /// <summary>Chooses in one of the wizard's menus, named by its step, and gives what the page says then.</summary>
    public static async Task<string> ChooseStepAsync(this SlackStage stage, View wizard, string step, string value) =>
        await ShownAsync(wizard, await stage.Server.Control.ChooseAsync(wizard.User, wizard, wizard.IdOf(step), value));

    /// <summary>Presses a button of the wizard and gives what the page says then.</summary>
    public static async Task<string> PressAsync(this SlackStage stage, View wizard, string label) =>
        await ShownAsync(wizard, await stage.Server.Control.PressLabelAsync(wizard.User, wizard, label));

    /// <summary>The action id of a step's control.</summary>
    public static string IdOf(this View view, string step) => Walk(view.Blocks).Select(part => (string?)part["action_id"] ?? "")
        .Single(id => id.EndsWith($":{step}", StringComparison.Ordinal));

    /// <summary>What the bot wrote to a person in private.</summary>
    public static IReadOnlyList<string> Letters(this SlackStage stage, User person) =>
        [.. stage.Server.Control.DirectMessages(person, stage.App).Select(message => message.Words)];

    /// <summary>The bot's public messages of a channel that hold some words.</summary>
    public static IReadOnlyList<Message> Said(this SlackStage stage, Channel channel, string words) =>
        [.. stage.Server.Control.Seen(stage.Admin, channel).Where(message => !message.IsEphemeral && message.Words.Contains(words, StringComparison.Ordinal))];

    /// <summary>How often an app called a method.</summary>
    public static int Calls(this SlackStage stage, string method) => stage.Server.Requests.Count(request => request.Method == method);

    /// <summary>A channel as Slack writes it into what was typed, since the manifest asks for that.</summary>
    public static string Mark(this Channel channel) => $"<#{channel.Id}|{channel.Name}>";

    /// <inheritdoc cref="Mark(Channel)"/>
    public static string Mark(this User person) => $"<@{person.Id}|{person.Name}>";

    /// <summary>The end of a test in which the bot had to log an error: all the rest holds.</summary>
    public static void ShouldEndClean(this SlackStage stage)
    {
        stage.Server.World.Violations.ShouldBeEmpty();
        stage.Log.ShouldBeFreeOfTraces();
        stage.Log.ShouldNotContain(stage.App.BotToken);
        stage.Log.ShouldNotContain(stage.App.AppToken);
        stage.Log.ShouldNotContain("crit:", Case.Sensitive);
        stage.Records.Integrity().ShouldBe("ok");
    }

    private static async Task<string> ShownAsync(View wizard, Act act)
    {
        act.IsTimedOut.ShouldBeFalse();
        (await act.ViewAsync(TestContext.Current.CancellationToken)).ShouldBe(wizard, "every choice changes the same window");
        return wizard.Words;
    }

    private static IEnumerable<JsonObject> Walk(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Walk),
        JsonObject part => [part, .. part.SelectMany(field => Walk(field.Value))],
        _ => [],
    };
}
