namespace MlaBot.Storage.Packs;

/// <summary>The first load found faults, so there is no content to start with. The message lists them all.</summary>
public sealed class PackFaultsException : Exception
{
    /// <summary>Lists the faults.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="faults">At least one.</param>
    public PackFaultsException(string folder, IReadOnlyList<PackFault> faults)
        : base($"The content in {folder} has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}. Mend the files, then start again.\n"
            + string.Join('\n', faults)) => Faults = faults;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<PackFault> Faults { get; }
}
