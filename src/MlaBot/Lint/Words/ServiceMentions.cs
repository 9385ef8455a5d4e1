using MlaBot.Core.Services;

namespace MlaBot.Lint.Words;

/// <summary>Finds services by the names that authors write: full, without Amazon or AWS, without SageMaker.</summary>
internal sealed class ServiceMentions
{
    private static readonly string[] Prefixes = ["Amazon ", "AWS ", "SageMaker AI ", "SageMaker "];

    private readonly Dictionary<string, List<string>> _names;

    /// <summary>Works out the names.</summary>
    public ServiceMentions(IReadOnlyList<ServiceEntry> services) =>
        _names = services.ToDictionary(service => service.Slug, NamesOf, StringComparer.Ordinal);

    /// <summary>True when a text names the service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="text">Any text.</param>
    /// <param name="isExpected">True when the item is about the service, so that its one-word name counts at the head of a
    /// sentence too ("Forecast" may be a verb there).</param>
    public bool Names(ServiceEntry service, string text, bool isExpected) =>
        _names[service.Slug].Any(name => Holds(text, name, isExpected || name.Contains(' ', StringComparison.Ordinal), StringComparison.Ordinal));

    /// <summary>The former names of a renamed service: aliases that its status note tells of and that are no part of its name.</summary>
    public static IEnumerable<string> FormerNames(ServiceEntry service) => service.Aliases.Where(alias =>
        Holds(service.Status.Note, alias, isAnywhere: true, StringComparison.OrdinalIgnoreCase)
        && !service.Name.Contains(alias, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a text holds a name as whole words.</summary>
    public static bool Holds(string text, string name, bool isAnywhere, StringComparison comparison)
    {
        for (var at = text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + 1, comparison))
        {
            var end = at + name.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (isWhole && (isAnywhere || !IsSentenceHead(text, at)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSentenceHead(string text, int at) => text[..at].TrimEnd() is "" or [.., '.' or '?' or '!' or ':'];

    private static List<string> NamesOf(ServiceEntry service)
    {
        var names = new List<string>();
        var bracket = service.Name.IndexOf(" (", StringComparison.Ordinal);
        AddForms(names, bracket < 0 ? service.Name : service.Name[..bracket]);
        if (bracket >= 0)
        {
            AddForms(names, service.Name[(bracket + 2)..].TrimEnd(')'));
        }

        return names;
    }

    private static void AddForms(List<string> names, string name)
    {
        names.Add(name);
        foreach (var prefix in Prefixes)
        {
            // "AI" and "Q" alone would be found everywhere.
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length - prefix.Length > 2)
            {
                name = name[prefix.Length..];
                names.Add(name);
            }
        }
    }
}
