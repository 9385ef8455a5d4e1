using Spectre.Console;

namespace MlaBot.Verbs;

/// <summary>Gives the console that tables are printed on.</summary>
internal static class PlainConsole
{
    private const int PlainWidth = 160;

    /// <summary>The terminal itself, or plain text of a fixed width when the output goes elsewhere.</summary>
    public static IAnsiConsole On(TextWriter output)
    {
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = PlainWidth;
        return console;
    }
}
