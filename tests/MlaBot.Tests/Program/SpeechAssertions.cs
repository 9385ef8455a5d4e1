using System.Text.RegularExpressions;

namespace MlaBot.Tests.Program;

/// <summary>Checks what a program said.</summary>
internal static partial class SpeechAssertions
{
    /// <summary>Checks that a reply holds some words, and shows all of it when it does not.</summary>
    public static void ShouldSay(this string reply, string words) => reply.ShouldContain(words, Case.Sensitive, reply);

    /// <summary>Checks that a person sees nothing of the program's inside.</summary>
    public static void ShouldBeFreeOfTraces(this string printed) => Trace().Match(printed).Value.ShouldBe("", printed);

    [GeneratedRegex(@"^\s+at [\w.<>`]+\(.*$|Unhandled exception.*$|\w+Exception: .*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Trace();
}
