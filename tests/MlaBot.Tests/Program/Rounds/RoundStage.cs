using System.Globalization;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>The real program on a local platform, with phases of rounds that are short enough for a test.</summary>
internal abstract class RoundStage : IAsyncDisposable
{
    /// <summary>The time in which speed is not counted.</summary>
    public const decimal GraceSeconds = 1;

    /// <summary>The platforms that every kind of round is played on.</summary>
    public static TheoryData<string> Platforms { get; } = ["Discord", "Slack"];

    /// <summary>The study channel, which is set up.</summary>
    public abstract RoundPlace Study { get; }

    public abstract Records Records { get; }

    public abstract BotProcess Process { get; }

    /// <summary>Where the program runs.</summary>
    public abstract BotFolder Folder { get; }

    /// <summary>What is stored of rounds.</summary>
    public RoundRecords Rounds => field ??= new RoundRecords(Records, AnswerSeconds);

    /// <summary>The time for an answer, of every type of question.</summary>
    public double AnswerSeconds { get; init; } = 6;

    /// <summary>How long presses are on their way to the bot; null for no time.</summary>
    public abstract Func<TimeSpan>? OnTheWay { get; set; }

    private static SlackServerOptions QuickSockets { get; } = new()
    {
        Sockets = world => new SocketServer(world, new SocketOptions { RefreshAfterWarning = TimeSpan.FromSeconds(1), CloseAfterWarning = TimeSpan.FromSeconds(2) }),
    };

    /// <summary>Starts server and bot, and sets the study channel up.</summary>
    public static async Task<RoundStage> StartAsync(string platform, double answerSeconds = 6, double countsEverySeconds = 3)
    {
        RoundStage stage = platform == "Discord"
            ? new DiscordRounds(await Discord.DiscordStage.StartAsync(configure: folder => BeQuick(folder, answerSeconds, countsEverySeconds))) { AnswerSeconds = answerSeconds }
            : new SlackRounds(await Slack.SlackStage.StartAsync(QuickSockets, stage => BeQuick(stage.Folder, answerSeconds, countsEverySeconds))) { AnswerSeconds = answerSeconds };
        await stage.Study.SetUpAsync();
        return stage;
    }

    /// <summary>Another channel of the group, set up.</summary>
    public abstract Task<RoundPlace> AddPlaceAsync(string name);

    /// <summary>From now on each press is on its way for a time of its own, the same times in every run.</summary>
    /// <param name="most">In milliseconds.</param>
    public void SlowTheWay(int most)
    {
        var chance = new Random(20260301);
        OnTheWay = () =>
        {
            lock (chance)
            {
                return TimeSpan.FromMilliseconds(chance.Next(most));
            }
        };
    }

    /// <summary>From now on the platform takes every message, and its confirmation stays away; ended by disposing.</summary>
    public abstract IDisposable HoldConfirmations();

    public abstract Task KillBotAsync();

    public abstract Task StartBotAsync();

    /// <summary>The platform asks for another connection, as it does every few hours; done when the bot has it.</summary>
    public abstract Task ReconnectAsync();

    /// <summary>Checks what holds at the end of every run, on the platform and in the log; no call was one too many for its limits.</summary>
    public abstract void ShouldHaveBehaved();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Makes the phases of rounds short.</summary>
    public static void BeQuick(BotFolder folder, double answerSeconds, double countsEverySeconds = 3)
    {
        var answer = answerSeconds.ToString(CultureInfo.InvariantCulture);
        folder
            .With("Rounds__PauseSeconds", "0.1")
            .With("Rounds__ReadingShortestSeconds", "0.2").With("Rounds__ReadingLongestSeconds", "0.2")
            .With("Rounds__AnsweringShortestSeconds", answer).With("Rounds__AnsweringLongestSeconds", answer)
            .With("Rounds__DrainSeconds", "0.5").With("Rounds__ExplainingSeconds", "0.3").With("Rounds__DiscussingSeconds", "2").With("Rounds__HostPatienceMinutes", "0.02")
            .With("Rounds__CountsEverySeconds", countsEverySeconds.ToString(CultureInfo.InvariantCulture))
            .With("Rounds__SpeedGraceSeconds", GraceSeconds.ToString(CultureInfo.InvariantCulture));
    }
}
