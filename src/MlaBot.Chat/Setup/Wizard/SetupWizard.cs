using System.Diagnostics;
using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup.Wizard;

/// <summary>Walks an admin through the set-up of a channel. What was chosen is a draft, so it goes on after a restart.</summary>
internal sealed class SetupWizard(
    IDraftStore drafts, IChannelStore channels, IDailyStore store, IContentSource content, WizardCheck check, WizardSave save, PlatformList platforms, TimeProvider clock) : IChatAction
{
    /// <summary>The subject of the draft. An admin has one at a time.</summary>
    public const string Subject = "setup";

    private static readonly IReadOnlyDictionary<string, string> NoProblems = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Name => WizardActions.Name;

    /// <summary>Begins anew, for the channel in which it was asked for.</summary>
    public async Task<Card> StartAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var fresh = new SetupDraft
        {
            Stamp = Guid.NewGuid().ToString("N")[..8],
            Channel = request.Channel.Id,
            ChannelName = Named(request.ChannelName, request.Channel.Id),
            Exam = content.Current.Exams[0].Id.Value,
            Zone = "UTC",
            Time = Days.Clock(SetUpChannel.FirstTime),
            OpenMinutes = 12 * 60,
        };
        var draft = await channels.FindAsync(request.Channel, cancellationToken) is { } there ? fresh.Of(there) : fresh;
        await drafts.UpdateAsync(request.User.Key, Subject, _ => draft.ToText(), cancellationToken);
        var card = await MainAsync(new WizardPlace(request.User.Key.UserId, draft.Stamp), request.Channel.Group, draft, NoProblems, cancellationToken);
        return card with { ReplacesMessage = false };
    }

    public async Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken)
    {
        var read = WizardActions.Read(press.Action);
        // A group's settings may let people use the command who are no admins: then they go on with their own wizard. Without the
        // command nobody has a draft, so a copied control of one's own leads nowhere.
        if (!press.User.IsAdmin && read?.Place.Admin != press.User.Key.UserId)
        {
            return RefusalCards.For(new Refusal("admin-only", "Only admins of this channel set it up.", "Ask an admin, or type /help for what you can do."));
        }

        if (read is not var (place, step))
        {
            return WizardCards.Over;
        }

        // The change is made ready first: while it is stored, everybody's writes wait.
        var (change, problems) = await ReadAsync(step, press, cancellationToken);
        var owner = new LearnerKey(press.User.Key.Group, place.Admin);
        var text = await drafts.UpdateAsync(
            owner, Subject, before => SetupDraft.Parse(before) is { } draft && draft.Stamp == place.Stamp ? change(draft).ToText() : before, cancellationToken);
        return SetupDraft.Parse(text) is { } now && now.Stamp == place.Stamp
            ? await ShowAsync(step, place, press, now, problems, cancellationToken)
            : WizardCards.Over;
    }

    private Task<Card> ShowAsync(WizardStep step, WizardPlace place, ChatPress press, SetupDraft draft, IReadOnlyDictionary<string, string> problems, CancellationToken cancellationToken) => step switch
    {
        WizardStep.Other => OtherAsync(place, press.User.Key.Group, draft, cancellationToken),
        WizardStep.Posting or WizardStep.Role or WizardStep.Silent or WizardStep.Thread or WizardStep.Open => Task.FromResult(WizardCards.Posting(place, draft, platforms.Choices(press.User.Key.Group))),
        WizardStep.Check => check.ShowAsync(place, press.User.Key.Group, draft, cancellationToken),
        WizardStep.Save or WizardStep.SavePost => save.HandleAsync(place, press.User, draft, postsNow: step == WizardStep.SavePost, cancellationToken),
        _ => MainAsync(place, press.User.Key.Group, draft, problems, cancellationToken),
    };

    private async Task<Card> MainAsync(WizardPlace place, GroupKey group, SetupDraft draft, IReadOnlyDictionary<string, string> problems, CancellationToken cancellationToken)
    {
        var schedules = await CountAsync(group, draft, cancellationToken);
        return WizardCards.Main(place, draft, content.Current, schedules, clock.Now(), platforms.Choices(group), string.Join(' ', problems.Values)) with { Problems = problems };
    }

    private async Task<Card> OtherAsync(WizardPlace place, GroupKey group, SetupDraft draft, CancellationToken cancellationToken) =>
        WizardCards.Other(place, draft, await CountAsync(group, draft, cancellationToken));

    private async Task<int> CountAsync(GroupKey group, SetupDraft draft, CancellationToken cancellationToken) =>
        (await store.SchedulesAsync(new ChannelKey(group, draft.Channel), cancellationToken)).Count;

    private async Task<(Func<SetupDraft, SetupDraft> Change, IReadOnlyDictionary<string, string> Problems)> ReadAsync(WizardStep step, ChatPress press, CancellationToken cancellationToken)
    {
        var value = press.Values.Count > 0 ? press.Values[0] : "";
        switch (step)
        {
            case WizardStep.Channel when value.Length > 0:
                return (await ToChannelAsync(press, value, cancellationToken), NoProblems);
            case WizardStep.Exam when content.Current.Exam(new ExamId(value)) is not null:
                return (draft => draft with { Exam = value }, NoProblems);
            case WizardStep.Zone:
                return Other(value, "");
            case WizardStep.Time:
                return Other("", value);
            case WizardStep.OtherSent:
                return Other(press.Field(WizardCards.ZoneField), press.Field(WizardCards.TimeField));
            case WizardStep.Feedback when Enum.TryParse<FeedbackMode>(value, out var feedback) && Enum.IsDefined(feedback):
                return (draft => draft with { Feedback = feedback }, NoProblems);
            case WizardStep.Role:
                return (draft => draft with { MentionRole = value, MentionName = press.Names.GetValueOrDefault(value, "") }, NoProblems);
            case WizardStep.Silent:
                return (draft => draft with { IsSilent = !draft.IsSilent }, NoProblems);
            case WizardStep.Thread:
                return (draft => draft with { OpensThread = !draft.OpensThread }, NoProblems);
            case WizardStep.Open when IsOpenFor(value, out var minutes):
                return (draft => draft with { OpenMinutes = minutes }, NoProblems);
            default:
                return (draft => draft, NoProblems);
        }
    }

    /// <summary>Reads a zone and a time; what is wrong of them is said, and what is right is taken.</summary>
    private static (Func<SetupDraft, SetupDraft> Change, IReadOnlyDictionary<string, string> Problems) Other(string zone, string time)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var foundZone = zone.Length == 0 ? null : Zones.Find(zone) switch
        {
            Outcome<DateTimeZone>.Ok(var found) => found.Id,
            Outcome<DateTimeZone>.Refused(var reason) => Note(WizardCards.ZoneField, reason),
            _ => throw new UnreachableException(),
        };
        var foundTime = time.Length == 0 ? null : Days.ParseTime(time) switch
        {
            Outcome<LocalTime>.Ok(var found) => Days.Clock(found),
            Outcome<LocalTime>.Refused(var reason) => Note(WizardCards.TimeField, reason),
            _ => throw new UnreachableException(),
        };
        return (draft => draft with { Zone = foundZone ?? draft.Zone, Time = foundTime ?? draft.Time }, problems);

        string? Note(string field, Refusal reason)
        {
            problems[field] = $"{reason.Sentence} {reason.NextStep}";
            return null;
        }
    }

    private async Task<Func<SetupDraft, SetupDraft>> ToChannelAsync(ChatPress press, string id, CancellationToken cancellationToken)
    {
        var there = await channels.FindAsync(new ChannelKey(press.User.Key.Group, id), cancellationToken);
        var name = Named(press.Names.GetValueOrDefault(id, ""), there?.Name ?? (id == press.Channel.Id ? Named(press.ChannelName, id) : id));
        return draft =>
        {
            var moved = draft with { Channel = id, ChannelName = name };
            // A channel that is set up already shows what it has, so that nothing of it is overwritten unseen.
            return there is null || draft.Channel == id ? moved : moved.Of(there);
        };
    }

    private static bool IsOpenFor(string value, out int minutes) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out minutes)
        && minutes >= DailyRules.OpenFor.Shortest.TotalMinutes && minutes <= DailyRules.OpenFor.Longest.TotalMinutes;

    private static string Named(string name, string otherwise) => name.Length > 0 ? Text.Printable(name, 80) : otherwise;
}
