using System.Globalization;
using Microsoft.Extensions.Configuration;
using MlaBot.Core;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Composition;

/// <summary>Reads the numbers of live rounds from the section <c>Rounds</c>; what is left out stays as it is.</summary>
internal sealed class RoundSettings
{
    private readonly IConfiguration _configuration;
    private Refusal? _fault;

    private RoundSettings(IConfiguration configuration) => _configuration = configuration;

    /// <summary>Reads them; a refusal names the first key that is wrong.</summary>
    public static Outcome<RoundRules> Read(IConfiguration configuration)
    {
        var settings = new RoundSettings(configuration);
        var rules = settings.Read();
        return settings._fault is { } fault ? fault
            : rules.Reading.Shortest > rules.Reading.Longest ? Reversed("Reading")
            : rules.Answering.Shortest > rules.Answering.Longest ? Reversed("Answering")
            : rules;
    }

    private static Refusal Reversed(string what) => new(
        "setting", $"Rounds:{what}ShortestSeconds is more than Rounds:{what}LongestSeconds.", "Give a shortest time that is not longer than the longest.");

    private RoundRules Read()
    {
        var usual = new RoundRules();
        return new RoundRules
        {
            Pause = Seconds("Pause", usual.Pause, 0, 60),
            Reading = (Seconds("ReadingShortest", usual.Reading.Shortest, 0, 120), Seconds("ReadingLongest", usual.Reading.Longest, 0, 120)),
            Answering = (Seconds("AnsweringShortest", usual.Answering.Shortest, 1, 600), Seconds("AnsweringLongest", usual.Answering.Longest, 1, 600)),
            Drain = Seconds("Drain", usual.Drain, 0, 10),
            Explaining = Seconds("Explaining", usual.Explaining, 0, 300),
            Discussing = Seconds("Discussing", usual.Discussing, 1, 900),
            Extension = Seconds("Extension", usual.Extension, 1, 300),
            SpeedGrace = Seconds("SpeedGrace", usual.SpeedGrace, 0, 10),
            CountsEvery = Seconds("CountsEvery", usual.CountsEvery, 0.5, 60),
            HostPatience = Minutes("HostPatience", usual.HostPatience, 60),
            LongestPause = Minutes("LongestPause", usual.LongestPause, 1440),
            ResumesWithin = Minutes("ResumesWithin", usual.ResumesWithin, 1440),
            TriesFor = Minutes("TriesFor", usual.TriesFor, 60),
        };
    }

    private Duration Seconds(string name, Duration usual, double least, double most) => Number($"Rounds:{name}Seconds", "seconds", least, most) is { } seconds ? Duration.FromSeconds(seconds) : usual;

    private Duration Minutes(string name, Duration usual, double most) => Number($"Rounds:{name}Minutes", "minutes", 0.01, most) is { } minutes ? Duration.FromMinutes(minutes) : usual;

    private double? Number(string key, string unit, double least, double most)
    {
        var text = _configuration[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _fault ??= new Refusal(
            "setting", $"{key} is \"{Text.Printable(text, 40)}\".", string.Create(CultureInfo.InvariantCulture, $"Give {unit} from {least} to {most}, such as {most / 2}."));
        return null;
    }
}
