namespace MlaBot.Core.Services;

/// <summary>Weighs every phrase and entry against a query and puts the services in order.</summary>
internal sealed class LookupRanking(LookupIndex index)
{
    private readonly Dictionary<string, ExactHit[]>.AlternateLookup<ReadOnlySpan<char>> _exact = index.Exact.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, ExactHit[]>.AlternateLookup<ReadOnlySpan<char>> _exactStems = index.ExactStems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Notes the services that the whole query names.</summary>
    public void CountExact(LookupQuery query)
    {
        KeepExact(query.Tally, _exact, query.WholeKey(), 0);
        KeepExact(query.Tally, _exact, query.Key(), query.HadVendor ? LookupWeights.VendorPenalty : 0);
        query.DropFillers();
        if (query.Count > 0)
        {
            KeepExact(query.Tally, _exactStems, query.StemKey(), query.HadVendor ? LookupWeights.VendorPenalty : 0);
        }
    }

    /// <summary>Counts what each phrase and entry shares with what is asked for.</summary>
    public void CountShared(LookupQuery query)
    {
        var (tally, total) = (query.Tally, 0f);
        foreach (var wanted in query.Wanted)
        {
            total += wanted.Weight;
            tally.BeginWanted();
            foreach (var (stem, worth) in wanted.Meanings)
            {
                foreach (var phrase in index.Phrases[stem])
                {
                    tally.AddPhrase(phrase, worth * wanted.Weight, worth * index.Rarity[stem]);
                }

                foreach (var (service, place) in index.Entries[stem])
                {
                    tally.AddEntry(service, worth * wanted.Weight * place);
                }
            }
        }

        KeepBestPhrases(tally, total);
        query.Total = total;
    }

    /// <summary>What a service scores, from 0 to 1.</summary>
    public float Score(LookupQuery query, int service)
    {
        var (asked, phrase, exact) = query.Tally.OfService(service);
        var partial = (LookupWeights.PhraseShare * phrase) + ((1 - LookupWeights.PhraseShare) * asked / Math.Max(query.Total, 1e-6f));
        return Math.Max(exact, Math.Min(1, partial) * LookupWeights.PartialCeiling * index.Priors[service]);
    }

    private void KeepBestPhrases(LookupTally tally, float total)
    {
        foreach (var phrase in tally.Phrases)
        {
            var (service, kind, weight) = index.PhraseFacts[phrase];
            var (asked, held) = tally.OfPhrase(phrase);
            var query = Math.Min(1, asked / total);
            var whole = LookupWeights.PhraseBase + ((1 - LookupWeights.PhraseBase) * Math.Min(1, held / weight));
            tally.KeepPhrase(service, LookupWeights.Phrase[(int)kind] * query * MathF.Sqrt(query) * whole);
        }
    }

    private static void KeepExact(
        LookupTally tally, Dictionary<string, ExactHit[]>.AlternateLookup<ReadOnlySpan<char>> phrases, ReadOnlySpan<char> key, float penalty)
    {
        if (phrases.TryGetValue(key, out var hits))
        {
            foreach (var hit in hits)
            {
                tally.KeepExact(hit.Service, hit.Score - penalty);
            }
        }
    }
}
