using MlaBot.Core.Channels;

namespace MlaBot.Core.Boards;

/// <summary>Lets people choose how the boards of their group show them.</summary>
public sealed class ChooseBoardName(IBoardStore boards)
{
    /// <summary>The shortest and longest alias, in characters.</summary>
    public static (int Shortest, int Longest) Lengths { get; } = (2, 24);

    /// <summary>How a person is seen now.</summary>
    public async Task<BoardChoice> FindAsync(LearnerKey person, CancellationToken cancellationToken) =>
        (await boards.FindMemberAsync(person, cancellationToken))?.Choice ?? BoardChoice.Default;

    /// <summary>Changes it; it holds for every board at once.</summary>
    /// <param name="person">Who.</param>
    /// <param name="name">The name to remember.</param>
    /// <param name="alias">The alias as typed; empty to take it away; null to keep it.</param>
    /// <param name="isHidden">Whether to be left out of public boards; null to keep it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What holds now, or a refusal; nothing was changed then.</returns>
    public async Task<Outcome<BoardChoice>> HandleAsync(
        LearnerKey person, string name, string? alias, bool? isHidden, CancellationToken cancellationToken)
    {
        var before = await FindAsync(person, cancellationToken);
        var wanted = alias is null ? before.Alias : Clean(alias);
        if (alias is { Length: > 0 } && Check(wanted) is { } refusal)
        {
            return refusal;
        }

        var choice = new BoardChoice(wanted, isHidden ?? before.IsHidden);
        return await boards.SaveChoiceAsync(person, Text.Printable(name, 80), choice, cancellationToken)
            ? choice
            : new Refusal("alias-taken", $"Somebody here is called \"{wanted}\" already.", "Choose another alias.");
    }

    /// <summary>The key by which aliases and names are compared: case, wide letters and all but letters and digits make no difference.</summary>
    public static string KeyOf(string name) => string.Concat(name.Select(Narrow).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // The wide forms of ASCII lie in a row. Unicode's own folding needs tables that a program without cultures does not have.
    private static char Narrow(char letter) => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter;

    private static string Clean(string typed) => string.Join(' ', Text.Printable(typed, 200).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Refusal? Check(string alias)
    {
        var length = new System.Globalization.StringInfo(alias).LengthInTextElements;
        if (length < Lengths.Shortest || length > Lengths.Longest || alias.Length > 2 * Lengths.Longest)
        {
            return new Refusal("alias-length", $"An alias has {Lengths.Shortest} to {Lengths.Longest} characters.", "Choose a shorter or longer one.");
        }

        return alias.Any(character => !char.IsLetterOrDigit(character) && character is not (' ' or '.' or '-' or '\''))
            || KeyOf(alias).Length < Lengths.Shortest
            ? new Refusal("alias-form", "An alias has letters, digits, blanks, dots, dashes and apostrophes, and nothing else.", "Choose one such as Blue Heron.")
            : null;
    }
}
