using MlaBot.Core.Channels;

namespace MlaBot.Core.Daily;

/// <summary>Carries work out for many channels in fair order: groups take turns, and in a group its channels do.</summary>
/// <remarks>A channel has one piece of work in flight, so that its questions come in order and a slow one holds up no other.
/// As many run as keep a platform's client busy and its own queue short: what waits, waits here, where no time limit runs.</remarks>
/// <param name="limit">The most pieces of work in flight.</param>
internal sealed class FairQueue(int limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PostId, Work> _known = [];
    private readonly Dictionary<ChannelKey, Line> _lines = [];
    private readonly Dictionary<GroupKey, Queue<Line>> _ready = [];
    private readonly Queue<GroupKey> _turns = [];
    private int _readyCount;
    private int _running;

    /// <summary>True while nothing waits or runs.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _known.Count == 0;
            }
        }
    }

    /// <summary>Adds what is not here yet.</summary>
    /// <param name="due">The posts to work on.</param>
    /// <param name="act">What to do with each. It must throw nothing but a cancellation by its token.</param>
    /// <param name="cancellationToken">Drops what still waits, and is passed on.</param>
    /// <returns>Completes when everything that this call added is done.</returns>
    public Task AddAsync(IReadOnlyCollection<DuePost> due, Func<DuePost, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var round = new Round(act, cancellationToken);
        lock (_gate)
        {
            foreach (var each in due.Where(each => !_known.ContainsKey(each.Id)))
            {
                Add(new Work(each, round));
            }

            StartWorkers();
        }

        return round.SealAsync();
    }

    /// <summary>Adds one post.</summary>
    /// <returns>Completes when it is done, also when it was here already.</returns>
    public Task AddOneAsync(DuePost due, Func<DuePost, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(due.Id, out var there))
            {
                return there.DoneAsync().WaitAsync(cancellationToken);
            }
        }

        return AddAsync([due], act, cancellationToken);
    }

    private void Add(Work work)
    {
        work.Round.Begin();
        _known.Add(work.Due.Id, work);
        if (!_lines.TryGetValue(work.Due.Channel, out var line))
        {
            _lines.Add(work.Due.Channel, line = new Line(work.Due.Channel));
        }

        line.Waiting.Enqueue(work);
        if (!line.IsBusy && line.Waiting.Count == 1)
        {
            MakeReady(line);
        }
    }

    private void MakeReady(Line line)
    {
        if (!_ready.TryGetValue(line.Channel.Group, out var lines))
        {
            _ready.Add(line.Channel.Group, lines = []);
            _turns.Enqueue(line.Channel.Group);
        }

        lines.Enqueue(line);
        _readyCount++;
    }

    private void StartWorkers()
    {
        // A worker that finds nothing ends at once, so a few too many do no harm.
        for (var ready = _readyCount; ready > 0 && _running < limit; ready--)
        {
            _running++;
            _ = Task.Run(WorkAsync);
        }
    }

    private async Task WorkAsync()
    {
        while (Take() is { } work)
        {
            var wasCancelled = await work.Round.RunAsync(work.Due);
            lock (_gate)
            {
                Finish(work);
            }

            work.Round.End(wasCancelled);
        }
    }

    private Work? Take()
    {
        lock (_gate)
        {
            if (!_turns.TryDequeue(out var group))
            {
                _running--;
                return null;
            }

            var lines = _ready[group];
            var line = lines.Dequeue();
            _readyCount--;
            if (lines.Count > 0)
            {
                _turns.Enqueue(group);
            }
            else
            {
                _ready.Remove(group);
            }

            line.IsBusy = true;
            return line.Waiting.Dequeue();
        }
    }

    private void Finish(Work work)
    {
        _known.Remove(work.Due.Id);
        var line = _lines[work.Due.Channel];
        line.IsBusy = false;
        if (line.Waiting.Count > 0)
        {
            MakeReady(line);
        }
        else
        {
            _lines.Remove(line.Channel);
        }

        work.Finish();
    }

    private sealed class Line(ChannelKey channel)
    {
        public ChannelKey Channel => channel;

        public Queue<Work> Waiting { get; } = [];

        public bool IsBusy { get; set; }
    }

    private sealed class Work(DuePost due, Round round)
    {
        private TaskCompletionSource? _done;

        public DuePost Due => due;

        public Round Round => round;

        /// <summary>Made only where somebody asks, under the queue's gate.</summary>
        public Task DoneAsync() => (_done ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void Finish() => _done?.TrySetResult();
    }

    /// <summary>What one caller added.</summary>
    private sealed class Round(Func<DuePost, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = 1;
        private volatile bool _wasCancelled;

        public void Begin() => Interlocked.Increment(ref _left);

        public void End(bool wasCancelled)
        {
            _wasCancelled |= wasCancelled;
            if (Interlocked.Decrement(ref _left) > 0)
            {
                return;
            }

            if (_wasCancelled)
            {
                _done.TrySetCanceled(cancellationToken);
            }
            else
            {
                _done.TrySetResult();
            }
        }

        public Task SealAsync()
        {
            End(wasCancelled: false);
            return _done.Task;
        }

        /// <summary>Does one piece of work.</summary>
        /// <returns>True when it was cut short, or never begun, since the caller gave up.</returns>
        public async Task<bool> RunAsync(DuePost due)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return true;
            }

            try
            {
                await act(due, cancellationToken);
                return false;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return true;
            }
        }
    }
}
