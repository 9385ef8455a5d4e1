namespace MlaBot.Core;

/// <summary>Why a request was not carried out, in words for the person who asked.</summary>
/// <param name="Code">A stable name of the case, for tests and logs, such as <c>post-not-found</c>.</param>
/// <param name="Sentence">What is wrong, as one plain sentence.</param>
/// <param name="NextStep">What to do about it, or empty when nothing can be done.</param>
public sealed record Refusal(string Code, string Sentence, string NextStep = "");
