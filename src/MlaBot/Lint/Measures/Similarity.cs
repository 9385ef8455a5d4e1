using MlaBot.Lint.Words;

namespace MlaBot.Lint.Measures;

/// <summary>Compares texts with each other.</summary>
internal sealed class Similarity
{
    private readonly int[][] _trigrams;
    private readonly (int Word, double Weight)[][] _vectors;

    /// <summary>Prepares the texts.</summary>
    public Similarity(IReadOnlyList<string> texts)
    {
        var words = texts.Select(Tokens.Lower).ToArray();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _trigrams = [.. words.Select(text => Trigrams(text, numbers))];
        _vectors = Vectors(words);
    }

    /// <summary>The share of word trigrams that two texts have in common, from 0 to 1.</summary>
    /// <remarks>Source: Jaccard index over w-shingles, as in A. Broder, "On the resemblance and containment of documents" (1997), w = 3.</remarks>
    public double Jaccard(int left, int right)
    {
        var common = Merge(_trigrams[left], _trigrams[right], static trigram => trigram, static (_, _) => 1);
        var all = _trigrams[left].Length + _trigrams[right].Length - common;
        return all == 0 ? 0 : common / all;
    }

    /// <summary>The cosine of two texts' TF-IDF vectors, from 0 to 1.</summary>
    /// <remarks>Source: Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988); idf = ln((1 + n) / (1 + df)) + 1.</remarks>
    public double Cosine(int left, int right) =>
        Merge(_vectors[left], _vectors[right], static pair => pair.Word, static (first, second) => first.Weight * second.Weight);

    private static int[] Trigrams(IReadOnlyList<string> words, Dictionary<string, int> numbers)
    {
        var found = new SortedSet<int>();
        for (var index = 0; index + 2 < words.Count; index++)
        {
            var trigram = $"{words[index]} {words[index + 1]} {words[index + 2]}";
            numbers.TryAdd(trigram, numbers.Count);
            found.Add(numbers[trigram]);
        }

        return [.. found];
    }

    private static (int Word, double Weight)[][] Vectors(IReadOnlyList<string>[] texts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var documents = new List<int>();
        foreach (var word in texts.SelectMany(words => words.Distinct(StringComparer.Ordinal)))
        {
            if (numbers.TryAdd(word, documents.Count))
            {
                documents.Add(0);
            }

            documents[numbers[word]]++;
        }

        return [.. texts.Select(words => Vector(words, numbers, documents, texts.Length))];
    }

    private static (int Word, double Weight)[] Vector(
        IReadOnlyList<string> words, Dictionary<string, int> numbers, List<int> documents, int texts)
    {
        var weights = words
            .CountBy(word => numbers[word])
            .Select(pair => (Word: pair.Key, Weight: pair.Value * (Math.Log((1.0 + texts) / (1.0 + documents[pair.Key])) + 1)))
            .OrderBy(pair => pair.Word)
            .ToArray();
        var length = Math.Sqrt(weights.Sum(pair => pair.Weight * pair.Weight));
        return [.. weights.Select(pair => (pair.Word, pair.Weight / length))];
    }

    // Walks two lists sorted by a number and adds up a product for what stands in both.
    private static double Merge<T>(T[] left, T[] right, Func<T, int> number, Func<T, T, double> product)
    {
        var sum = 0.0;
        for (var (first, second) = (0, 0); first < left.Length && second < right.Length;)
        {
            var difference = number(left[first]) - number(right[second]);
            sum += difference == 0 ? product(left[first], right[second]) : 0;
            first += difference <= 0 ? 1 : 0;
            second += difference >= 0 ? 1 : 0;
        }

        return sum;
    }
}
