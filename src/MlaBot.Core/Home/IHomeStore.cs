using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Home;

/// <summary>Reads what one person sees of the own group in one place.</summary>
public interface IHomeStore
{
    /// <summary>The most open questions of one look.</summary>
    const int MostOpen = 100;

    /// <summary>The open questions of some channels of a person's group, those that close first at the beginning; at most <see cref="MostOpen"/>.</summary>
    Task<IReadOnlyList<OpenQuestion>> OpenAsync(LearnerKey person, IReadOnlySet<ChannelKey> channels, CancellationToken cancellationToken);

    /// <summary>A person's first attempts by domain, from a local day on. Practice, questions that were taken back and results that are not
    /// told yet are left out.</summary>
    Task<IReadOnlyList<DomainRecord>> RecordAsync(LearnerKey person, LocalDate from, CancellationToken cancellationToken);
}

/// <summary>An open question.</summary>
/// <param name="Post">The post.</param>
/// <param name="Own">The person's answer that holds; null before the first.</param>
public sealed record OpenQuestion(DailyPost Post, Answer? Own);

/// <summary>First attempts in a domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Answers">How many. At least 1.</param>
/// <param name="Right">How many of them were right.</param>
public sealed record DomainRecord(DomainId Domain, int Answers, int Right);
