namespace MlaBot.Core.Daily;

/// <summary>Work of another feature that goes with the runner's sweep: after each look at what is due, and at least every few seconds.</summary>
public interface IDueWork
{
    /// <summary>Carries out what is due. Safe to call at any time, twice, and at once; it tells failures itself.</summary>
    Task RunDueAsync(CancellationToken cancellationToken);
}
