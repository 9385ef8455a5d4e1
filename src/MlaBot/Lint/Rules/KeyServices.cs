using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>The services that the exam names are the key about as often as there, and no other service dominates.</summary>
/// <remarks>The shares stand in the exam's pack, as <c>key_shares</c>. The services of a key are those of the item that the key's text names, or the item's first service when it names none.
/// A feature counts for the service that it belongs to.</remarks>
internal sealed class KeyServices : ILintRule
{
    private const double MostOther = 6;

    public string Name => "key-services";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"key_shares of the exam, in % of keys; any other service at most {MostOther}%";

    public LintMeasure Check(LintBank bank)
    {
        var keys = bank.Items.Where(item => item.Services.Count > 0).Select(item => Of(item, bank)).ToArray();
        var shares = keys
            .SelectMany(services => services)
            .CountBy(slug => slug, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => Shares.Percent(pair.Value, keys.Length), StringComparer.Ordinal);
        var named = bank.Exam.KeyShares.Select(wanted => (Wanted: wanted, Share: shares.Remove(wanted.Service, out var share) ? share : 0)).ToArray();
        var top = shares.OrderByDescending(pair => pair.Value).FirstOrDefault();
        LintFinding[] findings =
        [
            .. named.Where(pair => pair.Share < pair.Wanted.Least || pair.Share > pair.Wanted.Most)
                .Select(pair => new LintFinding([], $"{pair.Wanted.Service} is in {Shares.Show(pair.Share)} of keys, not in {pair.Wanted.Least}-{pair.Wanted.Most}%")),
            .. shares.Where(pair => pair.Value > MostOther).Select(pair => new LintFinding([], $"{pair.Key} is in {Shares.Show(pair.Value)} of keys")),
        ];
        var measured = named.Select(pair => $"{pair.Wanted.Service} {Shares.Show(pair.Share)} ({pair.Wanted.Least}-{pair.Wanted.Most})")
            .Concat(top.Key is null ? [] : [$"next {top.Key} {Shares.Show(top.Value)}"]);
        return new LintMeasure(string.Join("; ", measured), findings.Length == 0, findings);
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
