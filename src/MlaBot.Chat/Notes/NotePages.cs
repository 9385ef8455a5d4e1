namespace MlaBot.Chat.Notes;

/// <summary>Cuts a note's text into pages between its blocks.</summary>
internal static class NotePages
{
    /// <summary>Characters of a page: with title, buttons and sources it stays one message everywhere.</summary>
    public const int Longest = 2200;

    /// <summary>The pages, each with its blocks; at least one.</summary>
    /// <param name="markdown">Blocks with an empty line between two. A block that is longer than a page is a page of its own.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string markdown)
    {
        var pages = new List<IReadOnlyList<string>>();
        var page = new List<string>();
        foreach (var block in markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (page.Count > 0 && page.Sum(each => each.Length) + block.Length > Longest)
            {
                pages.Add(page);
                page = [];
            }

            page.Add(block);
        }

        pages.Add(page);
        return pages;
    }
}
