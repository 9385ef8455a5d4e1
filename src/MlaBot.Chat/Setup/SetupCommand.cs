using System.Diagnostics;
using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Exams;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Setup.Wizard;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup;

/// <summary><c>/setup</c> gives a channel its settings and a sensible set of schedules: step by step where a platform has
/// controls, in one go with options.</summary>
internal sealed class SetupCommand(SetUpChannel setUpChannel, IContentSource content, SelfTest selfTest, SetupWizard wizard, PlatformList platforms) : IChatCommand
{
    public CommandSpec Spec { get; } = new("setup", "Set this channel up: a question a day for each exam domain")
    {
        IsAdmin = true,
        Options =
        [
            new("zone", "The channel's time zone, such as Europe/Berlin") { HasSuggestions = true },
            new("time", "When the first question comes, such as 09:00; the others follow every 3 hours"),
            new("feedback", "When results are told: immediate or at-close") { Choices = ["immediate", "at-close"] },
            new("open", "How long a question stays open: hours such as 12, or minutes such as 30m"),
            new("exam", "The exam, such as MLA-C01; /exam says which is whose") { HasSuggestions = true },
            new("thread", "Whether each reveal opens a thread for discussion: on or off") { Choices = OnOff, Needs = PostingChoices.Threads },
            new("silent", "Whether questions are posted without a sound: on or off") { Choices = OnOff, Needs = PostingChoices.Silence },
            new("mention", "A role to call with each question") { Kind = OptionKind.Role, Needs = PostingChoices.Roles },
            new("no-mention", "Call no role any more: yes") { Choices = ["yes"], Needs = PostingChoices.Roles },
            new("channel", "The channel; leave it out for this one") { Kind = OptionKind.Channel },
        ],
        Examples = ["setup", "setup Europe/Berlin 09:00", "setup feedback:at-close open:8"],
    };

    private static readonly string[] OnOff = ["on", "off"];

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (request.Options.Count == 0 && selfTest.HasControls(request.Channel.Group))
        {
            return await wizard.StartAsync(request, cancellationToken);
        }

        if (Read(request) is Outcome<ChannelWishes>.Refused(var unread))
        {
            return RefusalCards.For(unread);
        }

        var wishes = ((Outcome<ChannelWishes>.Ok)Read(request)).Value;
        // A channel of another name is looked at first: a typing mistake must not become a channel.
        if (wishes.Key != request.Channel && await selfTest.RunAsync(wishes.Key, PostingStyle.Plain, cancellationToken) is var there && there.Any(finding => finding.IsFault))
        {
            return new Card([new Section("Nothing was saved."), .. SelfTest.Parts(there)]) { IsPrivate = true, Tone = CardTone.Caution };
        }

        return await setUpChannel.HandleAsync(wishes, cancellationToken) switch
        {
            Outcome<ChannelSetup>.Ok(var setup) => await WithTestAsync(setup, request, cancellationToken),
            Outcome<ChannelSetup>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Card> WithTestAsync(ChannelSetup setup, ChatRequest request, CancellationToken cancellationToken)
    {
        var findings = await selfTest.RunAsync(setup.Channel.Key, setup.Channel.Posting, cancellationToken);
        var style = setup.Channel.Posting;
        var isAsked = new[] { "thread", "silent", "mention", "no-mention" }.Any(option => request.Option(option).Length > 0);
        var posting = isAsked || style != PostingStyle.Plain ? SetupWords.Posting(style, request.Names.GetValueOrDefault(style.MentionRole, ""), platforms.Choices(setup.Channel.Key.Group)) : "";
        // Who has chosen, or only changes another setting, needs no advice.
        var card = ScheduleCards.Setup(setup, posting, (setup.IsNew || request.Options.Count == 0) && request.Option("exam").Length == 0 ? ExamChoice.Of(content.Current) : null);
        return card with
        {
            Parts = [.. card.Parts.Take(1), .. KeptTimes(setup), .. card.Parts.Skip(1), .. SelfTest.Parts(findings)],
            Tone = setup.KeptTimes || findings.Any(finding => !finding.IsGood) ? CardTone.Caution : card.Tone,
        };
    }

    private static IEnumerable<CardPart> KeptTimes(ChannelSetup setup) => setup.KeptTimes
        ? [new Section("! The schedules keep their times; /setup sets times only for a channel without schedules. To move one, type /schedule change <schedule> <time> in that channel.")]
        : [];

    public IReadOnlyList<string> Suggest(ChatTyping typing) => typing.Option switch
    {
        "zone" => Zones.Suggest(typing.Typed, 25),
        "exam" => [.. content.Current.Exams.Select(exam => exam.Id.Value).Where(id => id.Contains(typing.Typed, StringComparison.OrdinalIgnoreCase))],
        _ => [],
    };

    private static Outcome<ChannelWishes> Read(ChatRequest request)
    {
        LocalTime? time = null;
        if (request.Option("time").Length > 0)
        {
            switch (Days.ParseTime(request.Option("time")))
            {
                case Outcome<LocalTime>.Refused(var reason):
                    return reason;
                case Outcome<LocalTime>.Ok(var parsed):
                    time = parsed;
                    break;
            }
        }

        var open = request.Option("open");
        if (open.Length > 0 && ParseDuration(open) is null)
        {
            return new Refusal("open", $"\"{Text.Printable(open, 40)}\" is not a length of time.", "Give hours, such as 12, or minutes, such as 30m.");
        }

        if (request.Option("mention").Length > 0 && request.Option("no-mention").Length > 0)
        {
            return new Refusal("mention-both", "You named a role to call and asked for none.", "Give one of the two options: mention or no-mention.");
        }

        var channel = request.Option("channel");
        return new ChannelWishes(
            channel.Length == 0 ? request.Channel : request.Channel with { Id = channel },
            channel.Length == 0 || channel == request.Channel.Id ? request.ChannelName : request.Names.GetValueOrDefault(channel, channel),
            Optional(request.Option("zone")),
            Optional(request.Option("exam")) is { } exam ? new ExamId(exam) : null,
            time,
            request.Option("feedback").ToLowerInvariant() switch { "at-close" => FeedbackMode.AtClose, "immediate" => FeedbackMode.Immediate, _ => null },
            ParseDuration(open))
        {
            Posting = before => new PostingStyle(
                Switch(request.Option("thread")) ?? before.OpensThread,
                Switch(request.Option("silent")) ?? before.IsSilent,
                request.Option("no-mention").Length > 0 ? "" : Optional(request.Option("mention")) ?? before.MentionRole),
            SetUpBy = request.User.Key.UserId,
        };
    }

    private static bool? Switch(string typed) => typed.ToLowerInvariant() switch { "on" => true, "off" => false, _ => null };

    private static string? Optional(string value) => value.Length == 0 ? null : value;

    private static Duration? ParseDuration(string text)
    {
        var isMinutes = text.EndsWith('m');
        return int.TryParse(text.AsSpan().TrimEnd("mh"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000
            ? isMinutes ? Duration.FromMinutes(number) : Duration.FromHours(number)
            : null;
    }
}
