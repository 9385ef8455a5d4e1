namespace MlaBot.Core.Services;

/// <summary>Points of phrases and services for one query. Kept between queries; what an old query left is told by its number.</summary>
internal sealed class LookupTally(int phrases, int services)
{
    private readonly PhrasePoints[] _phrases = new PhrasePoints[phrases];
    private readonly ServicePoints[] _services = new ServicePoints[services];
    private readonly int[] _touchedPhrases = new int[phrases];
    private readonly int[] _touchedServices = new int[services];
    private int _phraseCount;
    private int _serviceCount;
    private int _round;
    private int _step;

    /// <summary>Phrases that share something with the query.</summary>
    public ReadOnlySpan<int> Phrases => _touchedPhrases.AsSpan(0, _phraseCount);

    /// <summary>Services that share something with the query.</summary>
    public ReadOnlySpan<int> Services => _touchedServices.AsSpan(0, _serviceCount);

    /// <summary>Starts a query.</summary>
    public void Begin()
    {
        (_phraseCount, _serviceCount) = (0, 0);
        _round++;
    }

    /// <summary>Starts the next thing that is asked for; of its meanings only the best counts in each place.</summary>
    public void BeginWanted() => _step++;

    /// <summary>Gives a phrase points.</summary>
    /// <param name="phrase">Its number.</param>
    /// <param name="asked">Points against what the query asks for.</param>
    /// <param name="held">Points against what the phrase holds.</param>
    public void AddPhrase(int phrase, float asked, float held)
    {
        ref var points = ref _phrases[phrase];
        if (points.Round != _round)
        {
            points = new PhrasePoints { Round = _round };
            _touchedPhrases[_phraseCount++] = phrase;
        }

        if (points.Step != _step)
        {
            (points.Step, points.LastAsked, points.LastHeld) = (_step, 0, 0);
        }

        if (asked > points.LastAsked)
        {
            points.Asked += asked - points.LastAsked;
            points.Held += held - points.LastHeld;
            (points.LastAsked, points.LastHeld) = (asked, held);
        }
    }

    /// <summary>Gives a service points for a word anywhere in its entry.</summary>
    public void AddEntry(int service, float asked)
    {
        ref var points = ref Service(service);
        if (points.Step != _step)
        {
            (points.Step, points.LastAsked) = (_step, 0);
        }

        if (asked > points.LastAsked)
        {
            points.Asked += asked - points.LastAsked;
            points.LastAsked = asked;
        }
    }

    /// <summary>Notes how well the best phrase of a service agrees.</summary>
    public void KeepPhrase(int service, float score) => Service(service).Phrase = Math.Max(score, Service(service).Phrase);

    /// <summary>Notes that a whole phrase of a service is the query.</summary>
    public void KeepExact(int service, float score) => Service(service).Exact = Math.Max(score, Service(service).Exact);

    /// <summary>What a phrase has got: asked and held.</summary>
    public (float Asked, float Held) OfPhrase(int phrase) => (_phrases[phrase].Asked, _phrases[phrase].Held);

    /// <summary>What a service has got.</summary>
    public (float Asked, float Phrase, float Exact) OfService(int service) =>
        (_services[service].Asked, _services[service].Phrase, _services[service].Exact);

    private ref ServicePoints Service(int service)
    {
        ref var points = ref _services[service];
        if (points.Round != _round)
        {
            points = new ServicePoints { Round = _round };
            _touchedServices[_serviceCount++] = service;
        }

        return ref points;
    }

    private record struct PhrasePoints(int Round, int Step, float Asked, float Held, float LastAsked, float LastHeld);

    private record struct ServicePoints(int Round, int Step, float Asked, float LastAsked, float Phrase, float Exact);
}
