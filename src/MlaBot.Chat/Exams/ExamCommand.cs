using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Exams;

/// <summary><c>/exam</c> shows facts, dates, domain weights and what changed; <c>/exam 1.2</c> a task.</summary>
internal sealed class ExamCommand(IContentSource content, ChannelPlace places) : IChatCommand
{
    public CommandSpec Spec { get; } = new("exam", "Exam facts, dates, domain weights, what changed; or one domain or task")
    {
        Options = [new("part", "changes, a domain such as 1, a task such as 1.2, or another exam's code") { HasSuggestions = true }],
        Examples = ["exam", "exam changes", "exam 2", "exam 2.3"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var channel = await places.FindAsync(request, cancellationToken);
        return Show(content.Current.ExamOf(channel), channel, request.Option("part"));
    }

    public IReadOnlyList<string> Suggest(ChatTyping typing) =>
    [
        .. content.Current.Exams.SelectMany(exam => exam.Domains.Select(domain => domain.Id.Value).Concat(exam.Tasks.Select(task => task.Id.Value)))
            .Prepend("changes").Concat(content.Current.Exams.Select(exam => exam.Id.Value))
            .Distinct(StringComparer.Ordinal)
            .Where(part => part.Contains(typing.Typed, StringComparison.OrdinalIgnoreCase))
            .Take(25),
    ];

    private Card Show(Exam exam, Channel? channel, string part)
    {
        if (part.Length == 0)
        {
            return Facts(exam, channel);
        }

        if (ExamChanges.PageOf(part) is { } page)
        {
            return ExamChanges.Page(exam, page);
        }

        if (content.Current.Exams.FirstOrDefault(other => string.Equals(other.Id.Value, part, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            return Facts(other, channel);
        }

        if (exam.Domain(new DomainId(part)) is { } domain)
        {
            return DomainCard(exam, domain);
        }

        return exam.Tasks.FirstOrDefault(task => task.Id.Value == part) is { } task
            ? TaskCard(exam, task)
            : RefusalCards.For(new Refusal("exam-part", $"\"{Text.Printable(part, 40)}\" is no part of {exam.Id}.", "Type /exam, /exam changes, a domain such as /exam 1, or a task such as /exam 1.2."));
    }

    private Card Facts(Exam exam, Channel? channel)
    {
        var form = exam.Form;
        return new Card(
        [
            new Header($"{exam.Id} · {exam.Name}"),
            .. Choice(channel),
            new Section(string.Join('\n', exam.Availability.Select(fact => $"**{fact.Subject}:** {fact.Text}"))),
            new Section(string.Create(
                CultureInfo.InvariantCulture,
                $"{form.Questions} questions in {form.Minutes} minutes, {form.Scored} of them scored. {form.PassingScore} passes on a scale from {form.ScaleMinimum} to {form.ScaleMaximum:#,0}; no minimum for a single domain, no penalty for a wrong answer. US${form.PriceUsd}; valid for {form.ValidityYears} years.")),
            new Table(["Domain", "Weight", "Title"], [.. exam.Domains.Select(domain => (IReadOnlyList<string>)[domain.Id.Value, $"{domain.Weight} %", domain.Title])]),
            new Section($"Question types: {string.Join(", ", exam.QuestionTypes)}."),
            new ContextLine($"Checked {Days.Iso(exam.AsOf)}. /exam changes tells what was renamed, closed or ended; /exam 1 shows a domain. Unofficial; AWS's exam guide is the authority."),
        ]).Privately();
    }

    private IEnumerable<CardPart> Choice(Channel? channel)
    {
        var now = content.Current;
        if (ExamChoice.Of(now) is { } choice)
        {
            yield return choice;
            var other = now.Exams.First(exam => exam.Id != now.ExamOf(channel).Id).Id;
            yield return new ContextLine(channel is null
                ? $"An admin chooses a channel's exam with /setup. /exam {other} shows the other one."
                : $"This channel studies for {channel.Exam}; an admin changes that with /setup exam:{other}. /exam {other} shows the other one.");
        }
    }

    private Card DomainCard(Exam exam, ExamDomain domain) => new Card(
        new Header($"{exam.Id} · Domain {domain.Id}: {domain.Title}"),
        new Section($"{domain.Weight} % of the scored questions. {content.Current.Pool(exam.Id, domain.Id).Count} items in the bank."),
        new Table(["Task", "Title"], [.. domain.Tasks.Select(task => (IReadOnlyList<string>)[task.Id.Value, task.Title])]),
        new ContextLine($"/exam {domain.Tasks[0].Id} shows a task with its knowledge and skills.")).Privately();

    private static Card TaskCard(Exam exam, ExamTask task) => new Card(
        new Header($"{exam.Id} · Task {task.Id}: {task.Title}"),
        new Section(string.Join('\n', task.Points.Select(point => $"- `{point.Id}` **{point.Title}:** {point.Covers}")))).Privately();
}
