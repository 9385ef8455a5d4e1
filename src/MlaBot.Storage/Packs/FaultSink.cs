using MlaBot.Core;

namespace MlaBot.Storage.Packs;

/// <summary>Collects the faults of one file.</summary>
/// <param name="file">The file, relative to the content folder.</param>
internal sealed class FaultSink(string file)
{
    private readonly List<PackFault> _faults = [];

    /// <summary>The file, relative to the content folder.</summary>
    public string File => file;

    /// <summary>What was collected, in the order of finding.</summary>
    public IReadOnlyList<PackFault> Faults => _faults;

    /// <summary>Adds a fault.</summary>
    /// <param name="line">The line from 1, or 0 for the whole file.</param>
    /// <param name="sentence">What is wrong.</param>
    public void Add(int line, string sentence) => _faults.Add(new PackFault(file, line, sentence));

    /// <summary>A written value, made short and printable.</summary>
    public static string Short(string written) => Text.Printable(written, 60);

    /// <summary>Ends a sentence about an unknown word with the nearest known one.</summary>
    /// <returns>Empty when nothing is near.</returns>
    public static string DidYouMean(string written, IEnumerable<string> known)
    {
        // One slip in five letters: more would suggest a neighbour of another meaning.
        var limit = 1 + (written.Length / 5);
        var (nearest, distance) = known
            .Select(word => (word, Text.EditDistance(written, word)))
            .DefaultIfEmpty(("", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return distance <= limit ? $"; did you mean \"{nearest}\"?" : "";
    }
}
