using MlaBot.Core;
using Shouldly;

namespace MlaBot.Testing;

/// <summary>Takes an outcome apart, or fails the test with what came instead.</summary>
[ShouldlyMethods]
public static class OutcomeAssertions
{
    /// <summary>The value; fails when the request was refused.</summary>
    public static T ShouldBeOk<T>(this Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Ok(var value) => value,
        Outcome<T>.Refused(var reason) => throw new ShouldAssertException($"refused as {reason.Code}: {reason.Sentence} {reason.NextStep}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The refusal; fails when the request was carried out or refused for another reason.</summary>
    public static Refusal ShouldBeRefused<T>(this Outcome<T> outcome, string code)
    {
        var reason = outcome.ShouldBeOfType<Outcome<T>.Refused>().Reason;
        reason.Code.ShouldBe(code);
        reason.Sentence.ShouldNotBeEmpty();
        return reason;
    }
}
