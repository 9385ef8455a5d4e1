namespace MlaBot.Storage.Packs.Joining;

/// <summary>What packs can name across files.</summary>
internal enum PackKind
{
    /// <summary>An exam's code.</summary>
    Exam,

    /// <summary>A blueprint point.</summary>
    BlueprintPoint,

    /// <summary>An item.</summary>
    Item,

    /// <summary>A case.</summary>
    Case,

    /// <summary>A service.</summary>
    Service,

    /// <summary>A note.</summary>
    Note,

    /// <summary>A tip.</summary>
    Tip,

    /// <summary>A lab.</summary>
    Lab,

    /// <summary>A topic.</summary>
    Topic,

    /// <summary>A comparison of two services.</summary>
    Comparison,
}

/// <summary>A place that defines or names something by its id.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Line">The line of the place.</param>
/// <param name="Subject">What stands there, for sentences; for a definition, the space in which the id is unique.</param>
internal sealed record PackMention(PackKind Kind, string Id, int Line, string Subject);
