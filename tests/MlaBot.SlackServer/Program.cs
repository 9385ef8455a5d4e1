using System.Globalization;
using System.Runtime.InteropServices;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Play;

if (args.Contains("--play"))
{
    var dump = Array.IndexOf(args, "--dump-payloads");
    try
    {
        await new LinePlay(Console.In, Console.Out).RunAsync(dump >= 0 && dump + 1 < args.Length ? args[dump + 1] : null, CancellationToken.None);
    }
    catch (FileNotFoundException error)
    {
        Console.Error.WriteLine(error.Message);
        Environment.ExitCode = 1;
    }

    return;
}

var port = args is ["--port", var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 7901;
SlackTestServer server;
try
{
    server = await SlackTestServer.StartAsync(new() { Port = port });
}
catch (FileNotFoundException error)
{
    Console.Error.WriteLine(error.Message);
    Environment.ExitCode = 1;
    return;
}
catch (IOException error)
{
    Console.Error.WriteLine($"The local Slack could not start: {error.Message} Stop what uses the port, or choose another with --port.");
    Environment.ExitCode = 1;
    return;
}

await using var running = server;
var team = server.Control.AddTeam("Study group");
var olga = server.Control.AddUser(team, "olga", "Europe/Berlin", isOwner: true);
var people = new[] { olga, server.Control.AddUser(team, "ada", "Europe/London"), server.Control.AddUser(team, "ben", "America/New_York"), server.Control.AddUser(team, "chen", "Asia/Singapore") };
server.Control.AddChannel(team, "general", isPrivate: false, people);
var daily = server.Control.AddChannel(team, "daily", isPrivate: false, people);
var app = server.Control.AddApp(team);
server.Control.InviteBot(daily, app, olga);
Console.WriteLine($"Slack test server: {server.ApiBaseUrl}");
Console.WriteLine($"Look at it:        {server.BaseAddress}");
Console.WriteLine($"Bot token:         {app.BotToken}");
Console.WriteLine($"App token:         {app.AppToken}");

using var stop = new CancellationTokenSource();
// The web host listens to both signals too, but its end does not end the program.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
