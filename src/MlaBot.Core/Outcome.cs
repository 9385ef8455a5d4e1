namespace MlaBot.Core;

/// <summary>What a use case gives back: a value, or a refusal that the person who asked can mend.</summary>
/// <typeparam name="T">The value of a request that was carried out.</typeparam>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>The request was carried out.</summary>
    /// <param name="Value">What it gave.</param>
    public sealed record Ok(T Value) : Outcome<T>;

    /// <summary>Nothing was changed, and the reason says what to do next.</summary>
    /// <param name="Reason">The refusal.</param>
    public sealed record Refused(Refusal Reason) : Outcome<T>;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Outcome<T>(T value) => new Ok(value);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Outcome<T>(Refusal reason) => new Refused(reason);
}
