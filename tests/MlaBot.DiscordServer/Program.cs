using System.Globalization;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Play;

if (args.Contains("--play"))
{
    var dump = Array.IndexOf(args, "--dump-payloads");
    await new LinePlay(Console.In, Console.Out).RunAsync(dump >= 0 && dump + 1 < args.Length ? args[dump + 1] : null, CancellationToken.None);
    return;
}

var port = args is ["--port", var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 7900;
await using var server = await DiscordTestServer.StartAsync(new() { Port = port });
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
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
