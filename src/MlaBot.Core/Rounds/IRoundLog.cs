namespace MlaBot.Core.Rounds;

/// <summary>What the operator should be able to read about rounds.</summary>
public interface IRoundLog
{
    /// <summary>A round was started.</summary>
    void Started(Round round);

    /// <summary>A round ended or was cancelled.</summary>
    void Ended(Round round, int players);

    /// <summary>A round goes on after the program was away.</summary>
    void Resumed(Round round);

    /// <summary>The outside world failed; the step is tried again.</summary>
    void WillRetry(Round round, Exception fault);

    /// <summary>A failure that was not expected; the step is tried again.</summary>
    void Failed(Round round, Exception failure);
}
