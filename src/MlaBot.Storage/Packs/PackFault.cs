namespace MlaBot.Storage.Packs;

/// <summary>One thing that an author has to mend in a pack.</summary>
/// <param name="File">The file, relative to the content folder, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 when the fault belongs to the file as a whole.</param>
/// <param name="Sentence">What is wrong, in an author's terms.</param>
public sealed record PackFault(string File, int Line, string Sentence)
{
    /// <summary>The fault as compilers print it: <c>file(line): sentence</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}({Line}): {Sentence}" : $"{File}: {Sentence}";
}
