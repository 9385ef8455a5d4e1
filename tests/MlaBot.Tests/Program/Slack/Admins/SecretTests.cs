using System.Text;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>What must never be written anywhere: tokens, tickets, response URLs, trigger ids, also when everything is logged and much goes wrong.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task A_day_with_faults_leaves_no_secret_in_log_or_database()
    {
        await using var stage = await SlackStage.StartAsync(configure: stage => stage.Folder.With("Logging__LogLevel__Default", "Trace"));
        var (control, faults) = (stage.Server.Control, stage.Server.Faults);
        await SetUpAsync(stage);
        faults.Add(new(FaultKind.TooManyRequests) { Method = "chat.postMessage", Times = 1 });
        faults.Add(new(FaultKind.ServerError) { Method = "chat.postMessage", Times = 1, Status = 503 });
        faults.Add(new(FaultKind.DropAfter) { Method = "chat.postMessage", Times = 1 });
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await stage.WaitAsync(() => stage.Records.Post(1).WasSent, "the question, found again");

        faults.Add(new(FaultKind.DropAfter) { Method = "response_url", Times = 1 });
        await control.PressLabelAsync(stage.Ana, question, stage.Records.Post(1).Right);
        faults.Add(new(FaultKind.ServerError) { Method = "response_url", Times = 5, Status = 500 });
        await control.PressLabelAsync(stage.Ben, question, stage.Records.Post(1).Right);
        faults.Add(new(FaultKind.Refuse) { Method = "response_url", Times = 1, Error = "used_url" });
        await control.PressLabelAsync(stage.Ben, question, "My answer");
        faults.Add(new(FaultKind.Refuse) { Method = "views.open", Times = 1, Error = "expired_trigger_id" });
        await control.PressLabelAsync(stage.Ana, question, "Report");
        faults.Add(new(FaultKind.DropBefore) { Method = "views.open", Times = 1 });
        await control.CommandAsync(stage.Admin, stage.Study, "/mla setup");
        await stage.WaitAsync(() => question.Words.Contains("2 people have answered.", StringComparison.Ordinal), "both answers");

        var sockets = stage.Server.SocketControl();
        faults.Add(new(FaultKind.ServerError) { Method = "apps.connections.open", Times = 2, Status = 502 });
        sockets.RefusesSockets = true;
        sockets.SendText("{\"type\":\"events_api\",\"envelope_id\":\"x\",\"payload\":{\"response_url\":3}}");
        sockets.Cut();
        await stage.Process.WaitForErrorAsync("cannot be opened");
        sockets.RefusesSockets = false;
        await stage.WaitAsync(() => sockets.Figures(stage.App).Open > 0, "a socket");
        faults.Clear();
        (await stage.AdminSaysAsync("schedule list")).ShouldContain("12:00 UTC");
        stage.LetClockReach("2050-03-07T21:01:00Z");
        await stage.MessageAsync(stage.Study, "Question 1: the answer");

        stage.App.IsBotTokenRevoked = true;
        await control.CommandAsync(stage.Ben, stage.Study, "/mla setup");
        control.RevokeTokens(stage.App);
        await stage.Process.WaitForErrorAsync("is closed");
        (await stage.StopBotAsync()).ShouldBe(0);
        await RefusedAsync(stage);

        stage.Log.ShouldContain("dbug:", Case.Sensitive, "everything is logged");
        ShouldHoldNone(stage, stage.Log, "the log");
        foreach (var file in Directory.EnumerateFiles(stage.Folder.In("data")))
        {
            ShouldHoldNone(stage, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), Path.GetFileName(file));
        }

        stage.Log.ShouldBeFreeOfTraces();
        stage.Server.World.Violations.ShouldBeEmpty();
    }

    private static async Task SetUpAsync(SlackStage stage)
    {
        var wizard = await stage.WizardAsync();
        await stage.ChooseStepAsync(wizard, "Zone", "UTC");
        await stage.PressAsync(wizard, "Check and preview");
        await stage.PressAsync(wizard, "Save and start");
    }

    // A start whose tokens are refused says so without them.
    private static async Task RefusedAsync(SlackStage stage)
    {
        var refused = await stage.Folder.RunAsync();
        refused.Exit.ShouldBe(1, refused.All);
        ShouldHoldNone(stage, refused.All, "a refused start");
        ShouldHoldNone(stage, (await stage.Folder.RunAsync("doctor")).All, "the doctor");
    }

    private static void ShouldHoldNone(SlackStage stage, string text, string where)
    {
        foreach (var (what, secret) in Secrets(stage))
        {
            text.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{what} in {where}: {Around(text, secret)}");
        }
    }

    private static IEnumerable<(string What, string Secret)> Secrets(SlackStage stage)
    {
        yield return ("the bot token", stage.App.BotToken);
        yield return ("the app-level token", stage.App.AppToken);
        yield return ("a ticket", "ticket=");
        foreach (var key in stage.Server.World.ResponseUrls.Keys)
        {
            yield return ("a response URL", key);
        }

        foreach (var trigger in stage.Server.World.Triggers.Keys.Concat(stage.Server.World.Acts.Select(act => (string?)act.Payload["trigger_id"]).OfType<string>()))
        {
            yield return ("a trigger id", trigger);
        }
    }

    private static string Around(string text, string secret)
    {
        var at = Math.Max(0, text.IndexOf(secret, StringComparison.Ordinal));
        return text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)];
    }
}
