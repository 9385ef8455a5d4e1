using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>No token is ever printed or kept, at the finest log level, in good times and in bad ones.</summary>
[Collection(nameof(Alone))]
public sealed class SecretTests
{
    // A part tells as much as the whole, and a text that was cut still holds a part.
    private const int Part = 20;

    [Fact]
    public async Task No_token_is_printed_or_kept_through_good_and_bad_times()
    {
        await using var stage = await DiscordStage.StartAsync(FastGateway(), folder => folder.With("Logging__LogLevel__Default", "Trace").With("Logging__LogLevel__Microsoft", "Trace"));
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await control.PressLabelAsync(stage.Ana, question, "A");
        foreach (var fault in new[]
        {
            new Fault(FaultKind.ServerError) { Status = 500 },
            new Fault(FaultKind.Refuse) { Status = 400, Code = 50035, Message = $"Bot {stage.App.Token} sent nonsense" },
            new Fault(FaultKind.Refuse) { Status = 404, Code = 10062 },
            new Fault(FaultKind.Refuse) { Status = 403, Code = 50013 },
            new Fault(FaultKind.TooManyRequests),
            new Fault(FaultKind.DropBefore),
            new Fault(FaultKind.DropAfter),
        })
        {
            using var playing = stage.Server.Faults.Add(fault with { Route = Route.Callback, Times = 1 });
            var press = control.Press(stage.Ben, question, stage.ButtonId(question, "B"));
            await stage.Process.WaitForErrorAsync(press.Id.ToString(CultureInfo.InvariantCulture));
            if (fault.Status == 400)
            {
                // A refused shape is followed by a plain answer.
                await press.FirstResponse;
            }
        }

        var gateway = stage.Server.GatewayControl();
        foreach (var interaction in stage.Server.World.Interactions.Values.ToArray())
        {
            gateway.SendText($$$"""{"t":"INTERACTION_CREATE","s":9,"op":0,"d":{"id":"1","token":"{{{interaction.Token}}}","type":"x"}}""");
            gateway.SendText("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"d\":{\"token\":\"" + interaction.Token);
        }

        gateway.Cut();
        await stage.Process.WaitForErrorAsync("has lost Discord");
        await stage.WaitAsync(() => gateway.Of(6).Count > 0, "a resume");
        using (stage.Server.Faults.Add(new Fault(FaultKind.CloudflareBan) { Route = Route.Callback }))
        {
            control.Press(stage.Ben, question, stage.ButtonId(question, "B"));
            await stage.Process.WaitForErrorAsync("refused by Cloudflare");
        }

        var process = stage.Process;
        await stage.StopBotAsync();

        // The stop that Cloudflare asked for ended with the program; a refused token ends it itself.
        await stage.StartBotAsync();
        stage.Server.Faults.Add(new Fault(FaultKind.Refuse) { Status = 401, Message = $"Bot {stage.App.Token} is unknown", Method = "POST", Route = Route.Messages });
        stage.LetClockReach("2050-03-07T21:00:05Z");
        (await stage.Process.ExitAsync()).ShouldBe(1);
        stage.Process.Errors.ShouldContain("Discord does not know the token in Discord:Token.");

        var secrets = Secrets(stage);
        secrets.Count.ShouldBeGreaterThan(10);
        process.Errors.ShouldContain("dbug: MlaBot.Discord", Case.Sensitive, "the finest levels are on");
        Found(process.Output + stage.Process.Output + stage.Log, secrets).ShouldBeEmpty();
        Kept(stage.Folder.In("data"), secrets).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_token_is_refused_in_a_sentence_without_it()
    {
        await using var stage = await DiscordStage.StartAsync(FastGateway());
        await stage.StopBotAsync();
        var wrong = stage.App.Token[..^6] + "WRONGX";
        stage.Folder.With("Discord__Token", wrong).With("Logging__LogLevel__Default", "Trace");

        var run = await stage.Folder.RunAsync();

        run.Exit.ShouldBe(1);
        run.Errors.ShouldContain("Discord does not know the token in Discord:Token.");
        run.All.Split("Discord does not know the token").Length.ShouldBe(2, "once is enough");
        Found(run.All, [wrong, stage.App.Token]).ShouldBeEmpty();
        run.All.ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task The_search_finds_a_token_that_a_log_line_and_a_file_do_hold()
    {
        await using var stage = await DiscordStage.StartAsync(FastGateway());
        await stage.StopBotAsync();
        // The program's own line names the database's path, so a token in there is one in the log.
        var planted = Path.Combine(stage.Folder.In("data"), stage.App.Token);
        Directory.CreateDirectory(planted);
        stage.Folder.With("Storage__ConnectionString", $"Data Source={Path.Combine(planted, "mlabot.db")}");
        await stage.StartBotAsync();
        var process = stage.Process;
        await stage.StopBotAsync();
        await File.WriteAllTextAsync(Path.Combine(planted, "planted.bin"), $"\0\u0001{stage.App.Token[^30..]}", TestContext.Current.CancellationToken);

        Found(process.Errors, [stage.App.Token]).ShouldNotBeEmpty();
        Kept(planted, [stage.App.Token]).ShouldBe(["planted.bin"]);
    }

    private static DiscordServerOptions FastGateway() =>
        new() { LimitsRates = false, Gateway = world => new GatewayServer(world, new GatewayOptions { IdentifyPeriod = TimeSpan.FromMilliseconds(100) }) };

    private static IReadOnlyList<string> Secrets(DiscordStage stage) => [stage.App.Token, .. stage.Server.World.Interactions.Keys];

    /// <summary>The parts of secrets that a text holds. What every token begins with tells nothing, so the search begins behind it.</summary>
    private static IReadOnlyList<string> Found(string text, IReadOnlyList<string> secrets) =>
        [.. secrets.SelectMany(Parts).Where(part => text.Contains(part, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Parts(string secret)
    {
        // The first part of a bot token is its id in base 64, which is public; that of an interaction's token says what it is.
        var rest = secret[(secret.Contains('.', StringComparison.Ordinal) ? secret.IndexOf('.', StringComparison.Ordinal) : 20)..];
        return Enumerable.Range(0, Math.Max(1, rest.Length - Part + 1)).Where(start => start % 4 == 0).Select(start => rest[start..Math.Min(rest.Length, start + Part)]);
    }

    private static IReadOnlyList<string> Kept(string folder, IReadOnlyList<string> secrets)
    {
        SqliteConnection.ClearAllPools();
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Found(Encoding.Latin1.GetString(File.ReadAllBytes(file)), secrets).Count > 0)
            .Select(file => Path.GetFileName(file)!)];
    }
}
