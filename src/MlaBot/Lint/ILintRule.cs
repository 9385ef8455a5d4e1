using MlaBot.Core.Questions;

namespace MlaBot.Lint;

/// <summary>One rule over the question bank.</summary>
internal interface ILintRule
{
    /// <summary>Its name in tables and waivers, such as <c>near-duplicates</c>.</summary>
    string Name { get; }

    /// <summary>Whether it judges items or the bank.</summary>
    LintKind Kind { get; }

    /// <summary>What is asked for, in a few words.</summary>
    string Target { get; }

    /// <summary>Looks at the bank.</summary>
    LintMeasure Check(LintBank bank);
}

/// <summary>The two kinds of rules.</summary>
internal enum LintKind
{
    /// <summary>About single items: a finding is a fault at once.</summary>
    Item,

    /// <summary>About shares and coverage: a bank that still grows may miss it.</summary>
    Bank,
}

/// <summary>What a rule found.</summary>
/// <param name="Measured">The measured value in a few words.</param>
/// <param name="IsMet">True when the target is met. For an item rule: when there is no finding.</param>
/// <param name="Findings">What keeps the target from being met, or what to look at.</param>
internal sealed record LintMeasure(string Measured, bool IsMet, IReadOnlyList<LintFinding> Findings)
{
    /// <summary>The measure of an item rule: met when nothing was found.</summary>
    public static LintMeasure Of(IReadOnlyList<LintFinding> findings) => new($"{findings.Count} found", findings.Count == 0, findings);
}

/// <summary>One thing to look at.</summary>
/// <param name="Items">The items it is about; empty when it is about what no item covers.</param>
/// <param name="Sentence">What was found, in an author's terms.</param>
internal sealed record LintFinding(IReadOnlyList<Item> Items, string Sentence)
{
    /// <summary>A finding about one item.</summary>
    public LintFinding(Item item, string sentence)
        : this([item], sentence)
    {
    }
}
