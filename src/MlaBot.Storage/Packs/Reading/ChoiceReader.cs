using MlaBot.Core.Questions;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads multiple-choice, multiple-response and case-study items.</summary>
internal static class ChoiceReader
{
    /// <summary>Four options, one of them right.</summary>
    public static ChoiceItem ReadMultipleChoice(Fields fields, ItemCommon common)
    {
        var options = ReadOptions(fields, 4, 4);
        CheckKeys(fields, options, 1);
        CheckStem(fields, common.Stem, 1);
        return common.Choice(options, isMultiple: false);
    }

    /// <summary>Five options with two right ones, or six with three.</summary>
    public static ChoiceItem ReadMultipleResponse(Fields fields, ItemCommon common)
    {
        var options = ReadOptions(fields, 5, 6);
        var keys = options.Count == 6 ? 3 : 2;
        CheckKeys(fields, options, keys);
        CheckStem(fields, common.Stem, keys);
        return common.Choice(options, isMultiple: true);
    }

    /// <summary>Four options with one right one, or five with two; the scenario stands in the cases file.</summary>
    public static ChoiceItem ReadCaseStudy(Fields fields, ItemCommon common)
    {
        var options = ReadOptions(fields, 4, 5);
        var keys = options.Count == 5 ? 2 : 1;
        CheckKeys(fields, options, keys);
        CheckStem(fields, common.Stem, keys);
        return common.Choice(options, isMultiple: keys > 1);
    }

    private static IReadOnlyList<AnswerOption> ReadOptions(Fields fields, int least, int most) =>
        Parts.Read(fields, "options", least, most, ReadOption);

    private static AnswerOption ReadOption(Fields option, PartId id)
    {
        var read = new AnswerOption(
            id, option.Text("text"), option.Flag("correct", otherwise: false), option.Text("why"), option.OptionalText("misconception"));
        if (read is { IsCorrect: true, Misconception: not null })
        {
            option.Faults.Add(option.LineOf("misconception"), $"{option.Subject} is right, so it has no misconception");
        }

        return read;
    }

    private static void CheckKeys(Fields fields, IReadOnlyList<AnswerOption> options, int wanted)
    {
        var keys = options.Where(option => option.IsCorrect).Select(option => option.Id.Value).ToArray();
        if (options.Count > 0 && keys.Length != wanted)
        {
            var found = keys.Length == 0 ? "no option is" : $"{string.Join(", ", keys)} {(keys.Length == 1 ? "is" : "are")}";
            fields.Faults.Add(
                fields.LineOf("options"), $"{fields.Subject}: {found} correct, and {options.Count} options of this type need {wanted}");
        }
    }

    private static void CheckStem(Fields fields, string stem, int keys)
    {
        var said = Patterns.Choose().Match(stem) is { Success: true } match ? match.Groups["number"].Value : null;
        var wanted = keys switch { 2 => "TWO", 3 => "THREE", _ => null };
        if (stem.Length > 0 && !string.Equals(said, wanted, StringComparison.Ordinal))
        {
            fields.Faults.Add(fields.LineOf("stem"), (said, wanted) switch
            {
                (null, _) => $"{fields.Subject}: the stem does not say \"Choose {wanted}.\"",
                (_, null) => $"{fields.Subject}: the stem says \"Choose {said}.\" and one option is asked for",
                _ => $"{fields.Subject}: the stem says \"Choose {said}.\" and {keys} options are asked for",
            });
        }
    }
}
