using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Platform;

/// <summary>Carries out what one person does in the order in which it arrived; different people never wait for each other.</summary>
/// <remarks>Of two presses in one moment the first one counts, and of a changed answer the last one. Only the work takes turns: an answer on
/// its way to Discord holds nothing up.</remarks>
public sealed class PersonTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LearnerKey, Turn> _last = [];

    /// <summary>People with something under way.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _last.Count;
            }
        }
    }

    /// <summary>Takes the person's next turn. Whoever takes it must run it.</summary>
    public Turn Take(LearnerKey person)
    {
        lock (_gate)
        {
            var turn = new Turn(this, person, _last.GetValueOrDefault(person));
            _last[person] = turn;
            return turn;
        }
    }

    private void End(Turn turn)
    {
        lock (_gate)
        {
            if (_last.GetValueOrDefault(turn.Person) == turn)
            {
                _last.Remove(turn.Person);
            }
        }
    }

    /// <summary>A place in a person's order.</summary>
    public sealed class Turn
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly PersonTurns _all;
        private Turn? _before;

        internal Turn(PersonTurns all, LearnerKey person, Turn? before)
        {
            _all = all;
            _before = before;
            Person = person;
        }

        /// <summary>Whose turn it is.</summary>
        public LearnerKey Person { get; }

        /// <summary>Does the work once all earlier work of the person is done, however that ended.</summary>
        public async Task<Card> RunAsync(Func<Task<Card>> work)
        {
            try
            {
                if (_before is not null)
                {
                    await _before._done.Task;
                    // What is over must not be kept by what came after it.
                    _before = null;
                }

                return await work();
            }
            finally
            {
                _all.End(this);
                _done.SetResult();
            }
        }
    }
}
