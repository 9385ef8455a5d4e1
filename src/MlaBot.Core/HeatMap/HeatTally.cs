namespace MlaBot.Core.HeatMap;

/// <summary>First attempts that were added up.</summary>
public sealed class HeatTally
{
    private readonly HashSet<long> _people = [];

    /// <summary>How many answers.</summary>
    public int Answers { get; private set; }

    /// <summary>How many of them were right.</summary>
    public int Right { get; private set; }

    /// <summary>From how many people.</summary>
    public int People => _people.Count;

    /// <summary>True when it may be shown.</summary>
    public bool IsEnough => People >= HeatRules.People && Answers >= HeatRules.Answers;

    /// <summary>Adds attempts.</summary>
    public void Add(IReadOnlyList<Attempt> attempts)
    {
        foreach (var attempt in attempts)
        {
            Answers++;
            Right += attempt.IsRight ? 1 : 0;
            _people.Add(attempt.Person);
        }
    }

    /// <summary>Adds what another one counted.</summary>
    public void Add(HeatTally other)
    {
        Answers += other.Answers;
        Right += other.Right;
        _people.UnionWith(other._people);
    }
}
