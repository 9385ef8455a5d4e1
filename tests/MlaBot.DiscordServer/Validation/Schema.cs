using System.Text.RegularExpressions;

namespace MlaBot.DiscordServer.Validation;

/// <summary>One compiled schema of the spec. Filled by <see cref="SchemaCompiler"/>, then never changed.</summary>
internal sealed class Schema
{
    private Dictionary<string, Schema>? _declared;

    /// <summary>Allowed types; null for any.</summary>
    public IReadOnlyList<string>? Types { get; set; }

    public Dictionary<string, Schema> Properties { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Required { get; set; } = [];

    public Schema? Items { get; set; }

    public Schema? AdditionalProperties { get; set; }

    public bool ForbidsAdditional { get; set; }

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public int? MinItems { get; set; }

    public int? MaxItems { get; set; }

    public int? MinProperties { get; set; }

    public int? MaxProperties { get; set; }

    public decimal? Minimum { get; set; }

    public decimal? Maximum { get; set; }

    public bool UniqueItems { get; set; }

    public Regex? Pattern { get; set; }

    public string? Format { get; set; }

    /// <summary>The values of <c>enum</c> or <c>const</c>, as <see cref="JsonText.Key"/> writes them; null for any.</summary>
    public HashSet<string>? Values { get; set; }

    public IReadOnlyList<Schema> AllOf { get; set; } = [];

    public IReadOnlyList<Schema> OneOf { get; set; } = [];

    public IReadOnlyList<Schema> AnyOf { get; set; } = [];

    /// <summary>All properties that this schema knows, those of <c>allOf</c> too.</summary>
    public Dictionary<string, Schema> Declared => _declared ??= Collect();

    private Dictionary<string, Schema> Collect()
    {
        if (AllOf.Count == 0)
        {
            return Properties;
        }

        var all = new Dictionary<string, Schema>(Properties, StringComparer.Ordinal);
        foreach (var (name, schema) in AllOf.SelectMany(part => part.Declared))
        {
            all.TryAdd(name, schema);
        }

        return all;
    }
}
