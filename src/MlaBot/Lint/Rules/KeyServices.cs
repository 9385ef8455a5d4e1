using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>SageMaker AI is the key about as often as on the exam, and no other service dominates.</summary>
/// <remarks>The services of a key are those of the item that the key's text names, or the item's first service when it names none.
/// A feature counts for the service that it belongs to.</remarks>
internal sealed class KeyServices : ILintRule
{
    private const string SageMaker = "sagemaker-ai";
    private const double MostOther = 6;

    public string Name => "key-services";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"SageMaker AI 40-60% of keys; any other service at most {MostOther}%";

    public LintMeasure Check(LintBank bank)
    {
        var keys = bank.Items.Where(item => item.Services.Count > 0).Select(item => Of(item, bank)).ToArray();
        var shares = keys
            .SelectMany(services => services)
            .CountBy(slug => slug, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => Shares.Percent(pair.Value, keys.Length), StringComparer.Ordinal);
        shares.Remove(SageMaker, out var sageMaker);
        var top = shares.OrderByDescending(pair => pair.Value).FirstOrDefault();
        return new LintMeasure(
            $"SageMaker AI {Shares.Show(sageMaker)}{(top.Key is null ? "" : $"; next {top.Key} {Shares.Show(top.Value)}")}",
            sageMaker is >= 40 and <= 60 && top.Value <= MostOther,
            [.. shares.Where(pair => pair.Value > MostOther).Select(pair => new LintFinding([], $"{pair.Key} is in {Shares.Show(pair.Value)} of keys"))]);
    }

    private static HashSet<string> Of(Item item, LintBank bank)
    {
        var key = ItemPart.KeyText(item);
        ServiceEntry[] about = [.. item.Services.Select(bank.Service).OfType<ServiceEntry>()];
        ServiceEntry[] named = [.. about.Where(service => bank.Services.Names(service, key, isExpected: true))];
        return [.. (named.Length > 0 ? named : about.Take(1)).Select(service => Family(service, bank))];
    }

    private static string Family(ServiceEntry service, LintBank bank)
    {
        // Parents are few and never circle for long; the bound keeps a slip in the catalogue from hanging the lint.
        for (var depth = 0; depth < 8 && service.Parent is { } slug && bank.Service(slug) is { } parent; depth++)
        {
            service = parent;
        }

        return service.Slug;
    }
}
