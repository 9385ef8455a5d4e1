using MlaBot.Composition;
using MlaBot.Core;
using MlaBot.Storage.Database;
using MlaBot.Storage.Packs;

namespace MlaBot.Verbs;

/// <summary>Runs a verb with the settings, and turns what a person must mend into one sentence on standard error.</summary>
internal static class VerbRunner
{
    /// <summary>Reads the settings and runs.</summary>
    /// <returns>The verb's exit code; 1 when something stands in the way.</returns>
    public static async Task<int> RunAsync(Func<BotOptions, Task<int>> run)
    {
        try
        {
            return BotOptions.Read(BotConfiguration.Load()) switch
            {
                Outcome<BotOptions>.Refused(var reason) => Complain($"{reason.Sentence} {reason.NextStep}"),
                Outcome<BotOptions>.Ok(var options) => await run(options),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception fault) when (fault is StorageRefusedException or PackFaultsException or InvalidDataException or ExternalFaultException)
        {
            return Complain(fault.Message);
        }
    }

    private static int Complain(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
