using MlaBot.Core.Questions;
using MlaBot.Core.Services;

namespace MlaBot.Lint.Rules;

/// <summary>No key recommends a closed, sunset or ended service for new work.</summary>
/// <remarks>A key may name a closed service that the exam still names when the question is what it does. It recommends one when
/// the service has ended, is none of the exam's, or when a qualifier asks for the best choice and the stem tells of no existing use.</remarks>
internal sealed class StatusKey : ILintRule
{
    private static readonly string[] ExistingUse = ["existing", "already", "since 20", "for years", "has used", "have used", "currently"];

    public string Name => "status-key";

    public LintKind Kind => LintKind.Item;

    public string Target => "0 keys recommend a closed, sunset or ended service";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Items
           let key = ItemPart.KeyText(item)
           from service in bank.Content.Services
           where service.Status.State is ServiceState.ClosedToNew or ServiceState.Sunset or ServiceState.Ended
           where bank.Services.Names(service, key, item.Services.Contains(service.Slug, StringComparer.Ordinal))
           let reason = Reason(item, service, bank)
           where reason is not null
           select new LintFinding(item, $"the key names {service.Name}, {reason}"),
    ]);

    private static string? Reason(Item item, ServiceEntry service, LintBank bank)
    {
        if (service.Status.State is ServiceState.Ended)
        {
            return $"which has ended ({service.Status.Since})";
        }

        if (service.Scope.GetValueOrDefault(bank.Exam.Id, ExamScope.Unlisted) is not (ExamScope.InScope or ExamScope.Named))
        {
            return $"which is closed ({service.Status.Since}) and not in the exam";
        }

        var isExisting = ExistingUse.Any(words => item.Stem.Contains(words, StringComparison.OrdinalIgnoreCase));
        return item.Qualifier is not null && !isExisting
            ? $"which is closed ({service.Status.Since}), as the best choice ({item.Qualifier}) without existing use in the stem"
            : null;
    }
}
