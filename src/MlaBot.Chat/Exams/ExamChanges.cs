using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Exams;

/// <summary>What changed around an exam, page by page: the whole list is longer than a message may be.</summary>
internal sealed class ExamChanges(IContentSource content) : IChatAction
{
    private const int OnAPage = 16;
    private const string Action = "exam.changes";

    public string Name => Action;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken)
    {
        var exam = press.Action.Arguments is [var id, _] ? content.Current.Exam(new ExamId(id)) : null;
        return Task.FromResult(exam is null
            ? RefusalCards.For(new("exam-gone", "That exam is not in my content any more.", "Type /exam for the one of this channel."))
            : Page(exam, Number(press.Action.Arguments[1])) with { ReplacesMessage = true });
    }

    /// <summary>The page that <c>changes</c> or <c>changes 2</c> asks for; null when the words ask for something else.</summary>
    public static int? PageOf(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var changes] when IsChanges(changes) => 1,
        [var changes, var page] when IsChanges(changes) => Number(page),
        _ => null,
    };

    /// <summary>One page of the list.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="wanted">The page from 1; the nearest one when there is none of that number.</param>
    public static Card Page(Exam exam, int wanted)
    {
        var pages = Math.Max(1, (exam.Changes.Count + OnAPage - 1) / OnAPage);
        var page = Math.Clamp(wanted, 1, pages);
        List<CardPart> parts =
        [
            new Header($"What changed around {exam.Id}{(pages > 1 ? $", page {page} of {pages}" : "")}"),
            new Section(string.Join('\n', exam.Changes.Skip((page - 1) * OnAPage).Take(OnAPage).Select(fact => $"- **{fact.Subject}:** {fact.Text}"))),
        ];
        if (pages > 1)
        {
            parts.Add(new Choices([Turn(exam, page - 1, "Back", page > 1), Turn(exam, page + 1, "More", page < pages)]));
        }

        parts.Add(new ContextLine($"Checked {Days.Iso(exam.AsOf)}."));
        return new Card(parts).Privately();
    }

    private static CardButton Turn(Exam exam, int page, string label, bool isThere) =>
        new(new ActionId(Action, exam.Id.Value, page.ToString(CultureInfo.InvariantCulture)), label) { IsDisabled = !isThere, Typed = $"/exam changes {page}" };

    private static bool IsChanges(string word) => string.Equals(word, "changes", StringComparison.OrdinalIgnoreCase);

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}
