using MlaBot.Core.Questions;
using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads a list of question types.</summary>
internal static class QuestionTypes
{
    private static readonly ItemType[] All = Enum.GetValues<ItemType>();

    /// <summary>Reads the list.</summary>
    /// <param name="fields">What holds it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="isRequired">False to take a missing list for an empty one.</param>
    public static IReadOnlyList<ItemType> Read(Fields fields, string key, bool isRequired = false)
    {
        IReadOnlyList<TextNode> texts = isRequired || fields.Has(key) ? fields.Texts(key, 1) : [];
        string[] codes = [.. All.Select(type => type.Code())];
        foreach (var text in texts.Where(text => !codes.Contains(text.Text, StringComparer.Ordinal)))
        {
            fields.Faults.Add(
                text.Line, $"{key}: \"{FaultSink.Short(text.Text)}\" is not one of {string.Join(", ", codes)}{FaultSink.DidYouMean(text.Text, codes)}");
        }

        return [.. texts.SelectMany(text => All.Where(type => type.Code() == text.Text))];
    }
}
