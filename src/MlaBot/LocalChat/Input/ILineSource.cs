namespace MlaBot.LocalChat.Input;

/// <summary>Where typed lines come from.</summary>
internal interface ILineSource
{
    /// <summary>Waits for the next line; blocks the thread.</summary>
    /// <param name="person">Who types, for the prompt.</param>
    /// <returns>The line, or null when there will be no more. One that is longer than
    /// <see cref="LocalInput.MaxLength"/> is cut one character later, so that it can still be told.</returns>
    string? Read(string person);
}
