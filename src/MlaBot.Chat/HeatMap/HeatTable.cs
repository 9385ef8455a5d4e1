using MlaBot.Core.HeatMap;

namespace MlaBot.Chat.HeatMap;

/// <summary>A heat map laid out as a table, from which its picture and its words are made.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="RowName">What a row is: <c>Task</c> or <c>Service</c>.</param>
/// <param name="Columns">The headings; the first column holds the sum of each row.</param>
/// <param name="Rows">The rows.</param>
public sealed record HeatTable(string Title, string RowName, IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows);

/// <summary>A row.</summary>
/// <param name="Name">Its short name, such as <c>1.2</c>.</param>
/// <param name="Label">Its name with its title.</param>
/// <param name="Sums">A sum for each column; null where not enough is known.</param>
/// <param name="IsGroup">True for the sum of the rows below it.</param>
public sealed record HeatRow(string Name, string Label, IReadOnlyList<HeatSum?> Sums, bool IsGroup = false);
