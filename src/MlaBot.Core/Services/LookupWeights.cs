namespace MlaBot.Core.Services;

/// <summary>What each kind of agreement is worth. All scores lie in (0, 1].</summary>
/// <remarks>Bands keep the order: exact name or alias, exact need, then everything that is partial.</remarks>
internal static class LookupWeights
{
    /// <summary>Scores of a query that is a phrase, apart from case, gaps and punctuation; by <see cref="PhraseKind"/>.</summary>
    public static readonly float[] Exact = [1f, 0.98f, 0.94f];

    /// <summary>Score of an alias that lacks only the vendor's name: below a need, because the vendor's name may be what tells
    /// it from one ("aws chatbot" is not every chatbot).</summary>
    public const float BareAlias = 0.93f;

    /// <summary>Taken off when the vendor's name had to be left out of the query.</summary>
    public const float VendorPenalty = 0.01f;

    /// <summary>Taken off when the words agree in their stems only: more than between a name and an alias, because "vpce" is not "vpc".</summary>
    public const float StemPenalty = 0.03f;

    /// <summary>The most that a partial agreement can score.</summary>
    public const float PartialCeiling = 0.9f;

    /// <summary>Below this a hit is chance.</summary>
    public const float Floor = 0.34f;

    /// <summary>Below this not even a guess is offered.</summary>
    public const float GuessFloor = 0.12f;

    /// <summary>A hit below this share of the best one is left out.</summary>
    public const float KeepShare = 0.5f;

    /// <summary>Worth of a partly matched phrase, by <see cref="PhraseKind"/>.</summary>
    public static readonly float[] Phrase = [1f, 1f, 0.92f];

    /// <summary>Worth of a word found in a phrase of the entry, by <see cref="PhraseKind"/>, when the whole entry is weighed.</summary>
    public static readonly float[] Word = [1f, 1f, 0.9f];

    /// <summary>Worth of a word found in the sentences of the entry.</summary>
    public const float WhatWord = 0.8f;

    /// <summary>Worth of a word found in the advice when to pick the service.</summary>
    public const float PickWord = 0.75f;

    /// <summary>Worth of a word found in the exam hint and the traps.</summary>
    public const float ExamWord = 0.65f;

    /// <summary>Share of the best phrase in the score; the whole entry has the rest.</summary>
    public const float PhraseShare = 0.3f;

    /// <summary>Worth of a phrase of which next to nothing was asked for, from which full agreement rises to 1.</summary>
    public const float PhraseBase = 0.6f;

    /// <summary>How much a word tells that stands nowhere in the catalogue: it lowers every hit.</summary>
    public const float UnknownWord = 6f;

    /// <summary>Worth of a word that begins with what was typed; the share typed adds to it.</summary>
    public const float Prefix = 0.72f;

    /// <summary>What a prefix gains when nearly the whole word was typed.</summary>
    public const float PrefixGain = 0.2f;

    /// <summary>Worth of a word one edit away.</summary>
    public const float OneEdit = 0.82f;

    /// <summary>Worth of a word two edits away.</summary>
    public const float TwoEdits = 0.66f;

    /// <summary>Worth of the long form of an abbreviation, and the other way round.</summary>
    public const float Abbreviation = 0.95f;

    /// <summary>Worth of a word that means nearly the same.</summary>
    public const float Synonym = 0.6f;

    /// <summary>Factor that gives near ties to what is current, in the exam, and stands alone.</summary>
    public static float Prior(ServiceEntry entry) => (entry.Parent is null ? 1f : 0.98f) * ((Availability(entry), Place(entry)) switch
    {
        (0, 0) => 1f,
        (0, _) => 0.985f,
        (1, _) => 0.98f,
        _ => 0.95f,
    });

    /// <summary>0 for what everybody can have, 1 for what existing customers keep, 2 for what has ended.</summary>
    public static int Availability(ServiceEntry entry) => entry.Status.State switch
    {
        ServiceState.Active or ServiceState.Renamed => 0,
        ServiceState.ClosedToNew or ServiceState.Sunset => 1,
        _ => 2,
    };

    /// <summary>0 for what some exam lists or names, 1 for what none mentions, 2 for what is out of scope.</summary>
    public static int Place(ServiceEntry entry) => entry.Scope.Values.Any(scope => scope is ExamScope.InScope or ExamScope.Named) ? 0
        : entry.Scope.Values.Any(scope => scope is ExamScope.OutOfScope) ? 2 : 1;
}
