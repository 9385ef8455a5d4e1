using MlaBot.Core.Services;

namespace MlaBot.Lint.Rules;

/// <summary>Every limit of a service says its number and the official page that it stands on.</summary>
internal sealed class LimitSources : ILintRule
{
    public string Name => "limit-sources";

    public LintKind Kind => LintKind.Item;

    public string Target => "100% of limits: a number, a date, \"Guide name: Page title\"";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from service in bank.Content.Services
           from limit in service.Limits
           from sentence in Sentences(service, limit)
           select new LintFinding([], sentence),
    ]);

    private static IEnumerable<string> Sentences(ServiceEntry service, ServiceLimit limit)
    {
        if (!limit.What.Any(char.IsDigit))
        {
            yield return $"the limit \"{limit.What}\" of {service.Slug} has no number";
        }

        if (!References.IsTitle(limit.Source))
        {
            yield return $"the source \"{limit.Source}\" of a limit of {service.Slug} is not of the form \"Guide name: Page title\"";
        }
    }
}
