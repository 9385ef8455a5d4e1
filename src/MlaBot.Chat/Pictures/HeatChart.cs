namespace MlaBot.Chat.Pictures;

/// <summary>A table whose cells are darker the lower their share is. Every cell says its number and a word, so that nothing hangs on colour.</summary>
/// <param name="Title">The first line.</param>
/// <param name="Subtitle">The line below it.</param>
/// <param name="Columns">The headings; one to <see cref="MostColumns"/>.</param>
/// <param name="Rows">The rows; at least one.</param>
/// <param name="Notes">Lines below the legend.</param>
public sealed record HeatChart(string Title, string Subtitle, IReadOnlyList<string> Columns, IReadOnlyList<HeatChartRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>The most columns that leave room for their words.</summary>
    public const int MostColumns = 8;
}

/// <summary>A row of a <see cref="HeatChart"/>.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Cells">A cell for each column; null where too little is known.</param>
/// <param name="IsGroup">True for the sum of the rows below it.</param>
public sealed record HeatChartRow(string Label, IReadOnlyList<HeatChartCell?> Cells, bool IsGroup = false);

/// <summary>A cell of a <see cref="HeatChart"/>.</summary>
/// <param name="Percent">The share, from 0 to 100.</param>
/// <param name="Count">How many answers it is made of.</param>
public sealed record HeatChartCell(int Percent, int Count);
