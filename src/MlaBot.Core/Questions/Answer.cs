namespace MlaBot.Core.Questions;

/// <summary>What a learner answered, in terms of the item's own parts (never of shuffled letters).</summary>
/// <remarks>The canonical text is what is stored: <c>a,c</c> for options, <c>s2&gt;s1</c> for an order,
/// <c>p1=r3;p2=r1</c> for pairs, <c>?</c> for "I don't know".</remarks>
public abstract record Answer
{
    private Answer(string canonical) => Canonical = canonical;

    /// <summary>The stored text; equal answers have equal texts.</summary>
    public string Canonical { get; }

    /// <summary>Options picked, one or more.</summary>
    public sealed record Picked : Answer
    {
        /// <summary>Makes an answer from the picked options, in any order.</summary>
        public Picked(IEnumerable<PartId> options)
            : this(options.Distinct().Order().ToArray())
        {
        }

        private Picked(PartId[] options)
            : base(string.Join(',', options)) => Options = options;

        /// <summary>The picked options, sorted, each once.</summary>
        public IReadOnlyList<PartId> Options { get; }
    }

    /// <summary>Steps in an order.</summary>
    public sealed record Ordered : Answer
    {
        /// <summary>Makes an answer from the steps, first to last.</summary>
        public Ordered(IEnumerable<PartId> steps)
            : this(steps.ToArray())
        {
        }

        private Ordered(PartId[] steps)
            : base(string.Join('>', steps)) => Steps = steps;

        /// <summary>The steps, first to last.</summary>
        public IReadOnlyList<PartId> Steps { get; }
    }

    /// <summary>Prompts with the responses given to them.</summary>
    public sealed record Matched : Answer
    {
        /// <summary>Makes an answer from pairs, in any order; a later pair for the same prompt wins.</summary>
        public Matched(IEnumerable<KeyValuePair<PartId, PartId>> pairs)
            : this(Sort(pairs))
        {
        }

        private Matched(SortedDictionary<PartId, PartId> pairs)
            : base(string.Join(';', pairs.Select(pair => $"{pair.Key}={pair.Value}"))) => Pairs = pairs;

        /// <summary>Response by prompt.</summary>
        public IReadOnlyDictionary<PartId, PartId> Pairs { get; }

        private static SortedDictionary<PartId, PartId> Sort(IEnumerable<KeyValuePair<PartId, PartId>> pairs)
        {
            var sorted = new SortedDictionary<PartId, PartId>();
            foreach (var (prompt, response) in pairs)
            {
                sorted[prompt] = response;
            }

            return sorted;
        }
    }

    /// <summary>"I don't know": scored as wrong, counted apart from wrong picks.</summary>
    public sealed record Unknown() : Answer("?");

    /// <summary>Reads a canonical text back.</summary>
    /// <exception cref="FormatException">The text is none that <see cref="Canonical"/> gives for this type of item.</exception>
    public static Answer Parse(Item item, string canonical)
    {
        if (string.Equals(canonical, "?", StringComparison.Ordinal))
        {
            return new Unknown();
        }

        return item switch
        {
            ChoiceItem => new Picked(canonical.Split(',').Select(part => new PartId(part))),
            OrderingItem => new Ordered(canonical.Split('>').Select(part => new PartId(part))),
            MatchingItem => new Matched(canonical.Split(';').Select(pair => pair.Split('=') is [var prompt, var response]
                ? KeyValuePair.Create(new PartId(prompt), new PartId(response))
                : throw new FormatException($"\"{canonical}\" is not a list of prompt=response pairs."))),
            _ => throw new FormatException($"No answer text is known for {item.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public sealed override string ToString() => Canonical;
}
