using System.Globalization;
using System.Runtime.InteropServices;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Play;

if (args.Contains("--play"))
{
    var dump = Array.IndexOf(args, "--dump-payloads");
    await new LinePlay(Console.In, Console.Out).RunAsync(dump >= 0 && dump + 1 < args.Length ? args[dump + 1] : null, CancellationToken.None);
    return;
}

var port = args is ["--port", var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 7900;
DiscordTestServer server;
try
{
    server = await DiscordTestServer.StartAsync(new() { Port = port });
}
catch (FileNotFoundException error)
{
    Console.Error.WriteLine(error.Message);
    Environment.ExitCode = 1;
    return;
}
catch (IOException error)
{
    Console.Error.WriteLine($"The local Discord could not start: {error.Message} Stop what uses the port, or choose another with --port.");
    Environment.ExitCode = 1;
    return;
}

await using var running = server;
var owner = server.Control.AddUser("olga");
var guild = server.Control.AddGuild("Study group", owner);
server.Control.AddChannel(guild, "general");
server.Control.AddChannel(guild, "daily");
foreach (var name in new[] { "ada", "ben", "chen" })
{
    server.Control.AddMember(guild, server.Control.AddUser(name));
}

var bot = server.Control.AddBot();
server.Control.JoinBot(guild, bot);
Console.WriteLine($"Discord test server: {server.ApiBaseUrl}");
Console.WriteLine($"Look at it:          {server.BaseAddress}");
Console.WriteLine($"Bot token:           {bot.Token}");
Console.WriteLine($"Application id:      {bot.ApplicationId}");

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
