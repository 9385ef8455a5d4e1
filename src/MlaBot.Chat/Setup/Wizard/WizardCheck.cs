using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup.Wizard;

/// <summary>The wizard's last page: the self-test, the times to come, and a question as everybody will see it.</summary>
internal sealed class WizardCheck(SelfTest selfTest, IDailyStore store, IContentSource content, PlatformList platforms, TimeProvider clock)
{
    /// <summary>Looks at the channel and shows what would come.</summary>
    public async Task<Card> ShowAsync(WizardPlace place, GroupKey group, SetupDraft draft, CancellationToken cancellationToken)
    {
        var channel = new ChannelKey(group, draft.Channel);
        var findings = await selfTest.RunAsync(channel, draft.Style, cancellationToken);
        var schedules = await SchedulesAsync(channel, draft, cancellationToken);
        var hasFault = findings.Any(finding => finding.IsFault);
        List<CardPart> parts = [new Header(Text.Printable($"Check of #{draft.ChannelName}", CardLimits.Header - 1)), .. SelfTest.Parts(findings)];
        parts.Add(new Table(["Domain", "Time", "Next"], [.. schedules.Select(schedule => Row(schedule))]));
        parts.AddRange(schedules.Select(schedule => ScheduleReplies.Skipped(schedule, Next(schedule))).Where(note => note.Length > 0).Select(note => new ContextLine($"! {note.Trim()}")));
        parts.Add(Buttons(place, hasFault));
        parts.Add(new Divider());
        parts.AddRange(Preview(group, draft));
        return WizardCards.Page(parts, hasFault ? CardTone.Bad : findings.Any(finding => !finding.IsGood) ? CardTone.Caution : CardTone.Good);
    }

    private static Choices Buttons(WizardPlace place, bool hasFault)
    {
        List<CardButton> buttons = [];
        if (hasFault)
        {
            buttons.Add(new CardButton(WizardActions.Of(place, WizardStep.Check), "Check again", IsPrimary: true));
        }

        buttons.Add(new CardButton(WizardActions.Of(place, WizardStep.Save), "Save and start", IsPrimary: !hasFault) { IsDisabled = hasFault });
        buttons.Add(new CardButton(WizardActions.Of(place, WizardStep.SavePost), "Save and post a first question now") { IsDisabled = hasFault });
        buttons.Add(new CardButton(WizardActions.Of(place, WizardStep.Main), "Back"));
        return new Choices(buttons);
    }

    private async Task<IReadOnlyList<Schedule>> SchedulesAsync(ChannelKey channel, SetupDraft draft, CancellationToken cancellationToken)
    {
        var there = await store.SchedulesAsync(channel, cancellationToken);
        return there.Count > 0
            ? [.. there.Select(schedule => schedule with { Zone = draft.Zone })]
            :
            [
                .. SetUpChannel.Defaults(content.Current, new ExamId(draft.Exam), draft.FirstTime).Select(each => new Schedule
                {
                    Id = default, Channel = channel, Domain = each.Domain, At = each.At, Zone = draft.Zone, Days = Days.EveryDay,
                }),
            ];
    }

    private IReadOnlyList<string> Row(Schedule schedule) =>
    [
        schedule.Domain.Value,
        $"{Days.Clock(schedule.At)} {schedule.Zone}, {Days.Say(schedule.Days)}",
        schedule.PausedBecause switch
        {
            null => CardTime.Token(PostingTimes.At(schedule, Next(schedule))),
            ManageSchedules.PausedByAdmin => "paused by an admin",
            _ => $"{CardTime.Token(PostingTimes.At(schedule, Next(schedule)))}, paused until you save",
        },
    ];

    private LocalDate Next(Schedule schedule) => PostingTimes.FirstDateAfter(schedule, clock.Now());

    /// <summary>A short question of the exam with controls that cannot be pressed.</summary>
    private IEnumerable<CardPart> Preview(GroupKey group, SetupDraft draft)
    {
        var item = (content.Current.Bank(new ExamId(draft.Exam))?.Items ?? [])
            .OrderBy(each => each.Type == ItemType.MultipleChoice ? 0 : 1).ThenBy(Length).FirstOrDefault();
        if (item is null)
        {
            return [new Section("The bank has no question for this exam yet.")];
        }

        var shown = QuestionCards.Open(Sample(item, draft), item, content.Current, new ExamId(draft.Exam), participants: 0, platforms.AnswersInForms(group));
        return
        [
            new Section($"**This is how a question will look**{(draft.MentionRole.Length > 0 && platforms.Choices(group).HasFlag(PostingChoices.Roles) ? ", below a call of the role" : "")}:"),
            .. shown.Parts.Select(part => part switch
            {
                Header header => new Section($"**{header.Text.Replace("Question 0", "Question", StringComparison.Ordinal)}**"),
                Choices choices => new Choices([.. choices.Buttons.Select(button => button with { IsDisabled = true })]),
                Menu menu => new ContextLine($"(a menu: {menu.Prompt})"),
                _ => part,
            }),
        ];
    }

    private DailyPost Sample(Item item, SetupDraft draft) => new()
    {
        Id = default,
        Schedule = default,
        Channel = default,
        Date = default,
        Slot = 0,
        Item = item.Id,
        ItemVersion = item.Version,
        Presentation = Presentation.Draw(item, new Random(item.Version)),
        State = PostState.Intended,
        Feedback = draft.Feedback,
        DueAt = clock.Now(),
        ClosesAt = clock.Now() + draft.OpenFor,
    };

    private static int Length(Item item) => item.Stem.Length + (item is ChoiceItem choice ? choice.Options.Sum(option => option.Text.Length) : 0);
}
