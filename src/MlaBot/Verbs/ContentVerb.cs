using System.CommandLine;

namespace MlaBot.Verbs;

/// <summary><c>content</c>: what authors run.</summary>
internal static class ContentVerb
{
    public static Command Create() => new("content", "Work on the content: items, services, notes")
    {
        ContentLintVerb.Create(),
    };
}
