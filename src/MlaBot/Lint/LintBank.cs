using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Lint.Reviews;
using MlaBot.Lint.Words;

namespace MlaBot.Lint;

/// <summary>The items of one exam, sorted into the groups that rules ask for.</summary>
internal sealed class LintBank
{
    /// <summary>Words from which on a stem counts as a scenario.</summary>
    private const int ScenarioWords = 30;

    /// <summary>Gathers the items of an exam.</summary>
    /// <param name="content">The content.</param>
    /// <param name="exam">One of its exams.</param>
    /// <param name="reviews">What second readers recorded.</param>
    public LintBank(ContentSnapshot content, Exam exam, ReviewBook reviews)
    {
        Content = content;
        Exam = exam;
        Reviews = reviews;
        Places = new ExamBank(exam, content.Items);
        Items = Places.Items;
        Choices = [.. Items.OfType<ChoiceItem>()];
        SingleKey = [.. Choices.Where(item => item.Key.Count() == 1)];
        Responses = [.. Choices.Where(item => item.Type is ItemType.MultipleResponse)];
        Stems = [.. Choices.Where(item => item.Type is not ItemType.CaseStudy)];
        Scenarios = [.. Choices.Where(item => Tokens.Count(item.Stem) >= ScenarioWords)];
        Services = new ServiceMentions(content.Services);
        Target = exam.Tasks.Sum(task => task.BankTarget);
    }

    /// <summary>All content.</summary>
    public ContentSnapshot Content { get; }

    /// <summary>The exam.</summary>
    public Exam Exam { get; }

    /// <summary>What second readers recorded.</summary>
    public ReviewBook Reviews { get; }

    /// <summary>Where in the exam each item stands.</summary>
    public ExamBank Places { get; }

    /// <summary>Its items in file order.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>Items with options.</summary>
    public IReadOnlyList<ChoiceItem> Choices { get; }

    /// <summary>Items with options and one key: multiple choice and most of the case studies.</summary>
    public IReadOnlyList<ChoiceItem> SingleKey { get; }

    /// <summary>Multiple-response items.</summary>
    public IReadOnlyList<ChoiceItem> Responses { get; }

    /// <summary>Items with options whose stem holds the whole problem: all but case studies.</summary>
    public IReadOnlyList<ChoiceItem> Stems { get; }

    /// <summary>Items with options whose stem tells a story.</summary>
    public IReadOnlyList<ChoiceItem> Scenarios { get; }

    /// <summary>Finds services in texts.</summary>
    public ServiceMentions Services { get; }

    /// <summary>How many items a full bank holds.</summary>
    public int Target { get; }

    /// <summary>True once the bank holds as many items as a full one.</summary>
    public bool IsFull => Items.Count >= Target;

    /// <summary>True for an item of the content that this exam does not ask.</summary>
    public bool IsOfAnotherExam(string item) => Content.Item(new ItemId(item)) is { } found && !Places.Has(found.Id);

    /// <summary>A service's entry; null for an unknown slug.</summary>
    public ServiceEntry? Service(string slug) => Content.Service(slug);
}
