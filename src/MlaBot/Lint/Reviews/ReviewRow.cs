namespace MlaBot.Lint.Reviews;

/// <summary>What a second reader recorded about an item.</summary>
/// <param name="Pack">The folder of the pack, such as <c>exams/mla-c01</c>.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Version">The version that was read; null when the file holds no number.</param>
/// <param name="Source">Where the row stands, as <c>file(line)</c>.</param>
/// <param name="Faults">What is wrong with the row, in sentences; empty for nothing.</param>
internal sealed record ReviewRow(string Pack, string Item, int? Version, string Source, IReadOnlyList<string> Faults);
