using MlaBot.Chat.Cards;
using MlaBot.Core.Boards;
using MlaBot.Core.Content;

namespace MlaBot.Chat.Boards;

/// <summary>Cards of the own record, and of how boards show a person.</summary>
internal static class RecordCards
{
    public static Card Own(PersonalRecord record, ContentSnapshot content)
    {
        var answered = record.Domains.Sum(domain => domain.Answers);
        List<CardPart> parts = [new Header($"Your record in #{PlainName.Of(record.Channel.Name)}")];
        if (answered == 0)
        {
            parts.Add(new Section("No answer yet whose result is known. /daily shows the open questions."));
        }
        else
        {
            parts.Add(new Section($"{BoardWords.Questions(answered)} answered, {BoardWords.Right(answered, record.Domains.Sum(domain => domain.Right))} right at the first try."));
            parts.Add(new Bars("Right at the first try, by domain", [.. record.Domains.Select(domain => new Bar(
                content.Exam(record.Channel.Exam)?.Domain(domain.Domain)?.Title is { } title ? $"{domain.Domain} {title}" : domain.Domain.Value, domain.Right, domain.Answers))]));
        }

        parts.Add(new Section($"Streak: {Days(record.Streak.Current)}; longest {Days(record.Streak.Longest)}."));
        parts.Add(new Section(Milestones(record)));
        parts.Add(new ContextLine($"{Seen(record.Choice)} Rounds and practice are left out."));
        return new Card(parts).Privately();
    }

    public static Card Choice(BoardChoice choice, bool isNew) => new Card(
        new Section((isNew ? "Noted. " : "") + Seen(choice)),
        new ContextLine("/me board self leaves you out of boards, /me board everyone brings you back. /me board alias:\"Blue Heron\" chooses another name for boards, /me board alias:none takes it away."))
    {
        IsPrivate = true,
        Tone = isNew ? CardTone.Good : CardTone.Neutral,
    };

    private static string Seen(BoardChoice choice) => (choice.IsHidden, choice.Alias.Length > 0) switch
    {
        (true, false) => "Boards neither name nor count you; only you see your line.",
        (true, true) => $"Boards neither name nor count you; only you see your line. Your alias is {PlainName.Of(choice.Alias)}.",
        (false, true) => $"Boards name you {PlainName.Of(choice.Alias)}.",
        _ => "Boards name you by your usual name.",
    };

    private static string Milestones(PersonalRecord record)
    {
        var next = Milestone.Answers.FirstOrDefault(value => value > record.Answered);
        var reached = record.Milestones.Count == 0
            ? "Milestones: none yet."
            : $"Milestones: {string.Join(", ", record.Milestones.Select(each => $"{BoardWords.Milestone(each.Milestone)} ({CardTime.Token(each.At)})"))}.";
        return next == 0 ? reached : $"{reached} The next one: {next} questions answered; you have {record.Answered}.";
    }

    private static string Days(int count) => count == 1 ? "1 day" : $"{count} days";
}
