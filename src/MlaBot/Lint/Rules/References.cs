using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>Every item names an official page; its slugs and blueprint ids exist.</summary>
internal sealed class References : ILintRule
{
    public string Name => "references";

    public LintKind Kind => LintKind.Item;

    public string Target => "100%; \"Guide name: Page title\" or a pricing page; no unknown slug or blueprint id";

    public LintMeasure Check(LintBank bank)
    {
        var points = bank.Content.Exams.SelectMany(exam => exam.Tasks).SelectMany(task => task.Points).Select(point => point.Id).ToHashSet();
        return LintMeasure.Of(
        [
            .. from item in bank.Items
               from sentence in Sentences(item, bank).Concat(item.Blueprint.Where(id => !points.Contains(id)).Select(id => $"there is no blueprint id {id}"))
               select new LintFinding(item, sentence),
        ]);
    }

    /// <summary>True for <c>Guide name: Page title</c>. Price lists and lists of questions belong to no guide.</summary>
    internal static bool IsTitle(string title) =>
        !title.Contains("://", StringComparison.Ordinal)
        && (title.Contains(": ", StringComparison.Ordinal) || title.EndsWith("pricing", StringComparison.OrdinalIgnoreCase) || title.EndsWith("FAQs", StringComparison.Ordinal));

    private static IEnumerable<string> Sentences(Item item, LintBank bank)
    {
        if (item.References.Count == 0)
        {
            yield return "there is no reference";
        }

        foreach (var title in item.References.Where(title => !IsTitle(title)))
        {
            yield return $"the reference \"{title}\" is not of the form \"Guide name: Page title\"";
        }

        foreach (var slug in item.Services.Where(slug => bank.Service(slug) is null))
        {
            yield return $"there is no service {slug}";
        }
    }
}
