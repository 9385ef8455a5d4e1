using MlaBot.SlackServer.Play;

if (args.Contains("--play"))
{
    var dump = Array.IndexOf(args, "--dump-payloads");
    await new LinePlay(Console.In, Console.Out).RunAsync(dump >= 0 && dump + 1 < args.Length ? args[dump + 1] : null, CancellationToken.None);
    return 0;
}

return 0;
