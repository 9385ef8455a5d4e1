namespace MlaBot.Core.Reports;

/// <summary>The numbers of reports.</summary>
public static class ReportRules
{
    /// <summary>The most characters of a report's text or of an admin's note.</summary>
    public const int LongestText = 1000;

    /// <summary>How many people must have an open report on a version of an item before it is posted no more in their group.</summary>
    /// <remarks>Product rule 4.6.</remarks>
    public const int HidesAt = 2;
}
