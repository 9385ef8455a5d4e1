using MlaBot.Chat.Cards;
using MlaBot.Chat.Exams;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup.Wizard;

/// <summary>The wizard's two pages of choices and its form.</summary>
internal static class WizardCards
{
    /// <summary>The form's field for the zone.</summary>
    public const string ZoneField = "zone";

    /// <summary>The form's field for the time.</summary>
    public const string TimeField = "time";

    /// <summary>The first page: what, when, and when results are told.</summary>
    /// <param name="place">Which wizard.</param>
    /// <param name="draft">What is chosen.</param>
    /// <param name="content">The content, for the exams.</param>
    /// <param name="schedules">How many schedules the channel has already; they keep their times.</param>
    /// <param name="now">The present, for the zones' clocks.</param>
    /// <param name="choices">What the platform lets an admin choose.</param>
    /// <param name="problem">What was wrong with the last choice; empty for nothing.</param>
    public static Card Main(WizardPlace place, SetupDraft draft, ContentSnapshot content, int schedules, Instant now, PostingChoices choices, string problem)
    {
        List<CardPart> parts = [new Header("Set up a channel")];
        if (problem.Length > 0)
        {
            parts.Add(new Section($"! {problem} Everything else is kept."));
        }

        parts.Add(new Section(Words(draft, content, schedules, choices)));
        parts.Add(new ChannelMenu(WizardActions.Of(place, WizardStep.Channel), "The channel", draft.Channel));
        if (ExamChoice.Of(content) is { } choice)
        {
            parts.Add(choice);
        }

        if (content.Exams.Count > 1)
        {
            parts.Add(new Menu(
                WizardActions.Of(place, WizardStep.Exam),
                "The exam",
                [.. content.Exams.Take(CardLimits.MenuOptions).Select(exam => new MenuOption(exam.Id.Value, Text.Printable($"{exam.Id}: {exam.Name}", 70)) { IsSelected = exam.Id.Value == draft.Exam })]));
        }

        parts.Add(new Menu(WizardActions.Of(place, WizardStep.Zone), "The time zone", WizardMenus.Zones(draft.Zone, now)));
        if (schedules == 0)
        {
            parts.Add(new Menu(WizardActions.Of(place, WizardStep.Time), "When the first question of a day comes", WizardMenus.Times(draft.FirstTime)));
        }

        parts.Add(new Menu(WizardActions.Of(place, WizardStep.Feedback), "When results are told", Feedbacks(draft.Feedback)));
        parts.Add(new Choices(
        [
            new CardButton(WizardActions.Of(place, WizardStep.Other), schedules == 0 ? "Other zone or time…" : "Other zone…"),
            new CardButton(WizardActions.Of(place, WizardStep.Posting), "How it is posted"),
            new CardButton(WizardActions.Of(place, WizardStep.Check), "Check and preview", IsPrimary: true),
        ]));
        parts.Add(new ContextLine("Nothing is saved until you save it on the next page."));
        return Page(parts, problem.Length > 0 ? CardTone.Caution : CardTone.Neutral);
    }

    /// <summary>The second page: how questions are posted.</summary>
    public static Card Posting(WizardPlace place, SetupDraft draft, PostingChoices choices)
    {
        var words = SetupWords.Posting(draft.Style, draft.MentionName, choices);
        List<CardPart> parts =
        [
            new Header("How questions are posted"),
            new Section($"{(words.Length == 0 ? "" : $"Questions are posted {words}. ")}Each stays open for {SetupWords.OpenFor(draft.OpenFor)}."),
        ];
        if (choices.HasFlag(PostingChoices.Roles))
        {
            parts.Add(new RoleMenu(WizardActions.Of(place, WizardStep.Role), "A role to call with each question (optional)", draft.MentionRole.Length > 0 ? draft.MentionRole : null));
        }

        parts.Add(new Menu(WizardActions.Of(place, WizardStep.Open), "How long a question stays open", WizardMenus.OpenFor(draft.OpenMinutes)));
        if (Switches(place, draft, choices) is { Length: > 0 } switches)
        {
            parts.Add(new Choices(switches));
        }

        parts.Add(new Choices(
        [
            new CardButton(WizardActions.Of(place, WizardStep.Main), "Back"),
            new CardButton(WizardActions.Of(place, WizardStep.Check), "Check and preview", IsPrimary: true),
        ]));
        if (choices.HasFlag(PostingChoices.Threads))
        {
            parts.Add(new ContextLine("A thread opens below the reveal, since one below an open question would give the answer away."));
        }

        return Page(parts);
    }

    /// <summary>The form for what the menus do not hold.</summary>
    /// <param name="place">Which wizard.</param>
    /// <param name="draft">What is chosen.</param>
    /// <param name="schedules">How many schedules the channel has already; they keep their times, so none is asked for.</param>
    public static Card Other(WizardPlace place, SetupDraft draft, int schedules)
    {
        var zone = new FormField(ZoneField, "Time zone") { Example = "Europe/Berlin", Value = draft.Zone, MaxLength = 60 };
        var time = new FormField(TimeField, "First question of a day") { Example = "18:30", Value = draft.Time, MaxLength = 5 };
        return new Card(new Form(
            WizardActions.Of(place, WizardStep.OtherSent), schedules == 0 ? "Zone and time" : "Time zone", schedules == 0 ? [zone, time] : [zone])).Privately();
    }

    /// <summary>What a control of a wizard that is over answers.</summary>
    public static Card Over { get; } = new Card(new Section("This set-up is over, or a newer one has taken its place. Type /setup to begin again; a channel that is set up keeps its settings."))
    {
        IsPrivate = true,
        ReplacesMessage = true,
        IsDialog = true,
        Tone = CardTone.Caution,
    };

    /// <summary>A page takes the place of the one before it.</summary>
    public static Card Page(IReadOnlyList<CardPart> parts, CardTone tone = CardTone.Neutral) =>
        new(parts) { IsPrivate = true, ReplacesMessage = true, IsDialog = true, Tone = tone };

    private static CardButton[] Switches(WizardPlace place, SetupDraft draft, PostingChoices choices)
    {
        (PostingChoices Needs, CardButton Button)[] all =
        [
            (PostingChoices.Silence, new CardButton(WizardActions.Of(place, WizardStep.Silent), draft.IsSilent ? "Silent posts: on" : "Silent posts: off")),
            (PostingChoices.Threads, new CardButton(WizardActions.Of(place, WizardStep.Thread), draft.OpensThread ? "Discussion threads: on" : "Discussion threads: off")),
        ];
        return [.. all.Where(each => choices.HasFlag(each.Needs)).Select(each => each.Button)];
    }

    private static string Words(SetupDraft draft, ContentSnapshot content, int schedules, PostingChoices choices)
    {
        var posted = SetupWords.Posting(draft.Style, draft.MentionName, choices);
        var exam = content.Exam(new ExamId(draft.Exam));
        var when = schedules > 0
            ? $"the {(schedules == 1 ? "schedule" : $"{schedules} schedules")} that it has; /schedule list and /schedule change show and change them"
            : string.Join(", ", Core.Daily.SetUpChannel.Defaults(content, new ExamId(draft.Exam), draft.FirstTime).Select(each => $"domain {each.Domain} at {Days.Clock(each.At)}"));
        return string.Join('\n',
        [
            $"- Channel: **#{draft.ChannelName}**",
            $"- Exam: **{draft.Exam}**{(exam is null ? "" : $", {exam.Name}")}",
            $"- Time zone: **{draft.Zone}**",
            $"- Questions: {when}",
            $"- Results are told {SetupWords.Feedback(draft.Feedback)}",
            $"- A question stays open for {SetupWords.OpenFor(draft.OpenFor)}{(posted.Length == 0 ? "" : $" and is posted {posted}")}",
        ]);
    }

    private static MenuOption[] Feedbacks(FeedbackMode chosen) =>
    [
        new("Immediate", "At once and privately") { Detail = "The first answer is final", IsSelected = chosen == FeedbackMode.Immediate },
        new("AtClose", "When a question closes") { Detail = "Answers may be changed until then", IsSelected = chosen == FeedbackMode.AtClose },
    ];
}
