using MlaBot.Core.Channels;
using MlaBot.Core.Exams;
using MlaBot.Core.Notes;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;

namespace MlaBot.Core.Content;

/// <summary>All content as it stood when it was last loaded without a fault. Never changes; a reload makes a new one.</summary>
public sealed class ContentSnapshot
{
    /// <summary>Indexes checked content.</summary>
    /// <param name="exams">At least one; the first is the default of a new channel.</param>
    /// <param name="items">Ids are unique.</param>
    /// <param name="services">Slugs are unique.</param>
    /// <param name="notes">Slugs are unique.</param>
    public ContentSnapshot(
        IReadOnlyList<Exam> exams, IReadOnlyList<Item> items, IReadOnlyList<ServiceEntry> services, IReadOnlyList<Note> notes)
    {
        Exams = exams;
        Items = items;
        Services = services;
        Notes = notes;
        _items = items.ToDictionary(item => item.Id);
        _services = services.ToDictionary(service => service.Slug, StringComparer.Ordinal);
        _banks = exams.ToDictionary(exam => exam.Id, exam => new ExamBank(exam, items));
        Lookup = new ServiceLookup(services);
        NoteIndex = new NoteIndex(notes);
    }

    private readonly Dictionary<ItemId, Item> _items;
    private readonly Dictionary<string, ServiceEntry> _services;
    private readonly Dictionary<ExamId, ExamBank> _banks;

    /// <summary>The exams, default first.</summary>
    public IReadOnlyList<Exam> Exams { get; }

    /// <summary>The whole bank in file order.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>The service catalogue in file order.</summary>
    public IReadOnlyList<ServiceEntry> Services { get; }

    /// <summary>The study notes in file order.</summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Finds study notes by blueprint points.</summary>
    public NoteIndex NoteIndex { get; }

    /// <summary>Finds written comparisons of services.</summary>
    public ComparisonIndex Comparisons { get; init; } = new([]);

    /// <summary>Answering strategies in file order.</summary>
    public IReadOnlyList<Tip> Tips { get; init; } = [];

    /// <summary>The labs in file order.</summary>
    public IReadOnlyList<Lab> Labs { get; init; } = [];

    /// <summary>What learners expect material on, in file order.</summary>
    public IReadOnlyList<StudyTopic> Topics { get; init; } = [];

    /// <summary>Finds services by what people type.</summary>
    public ServiceLookup Lookup { get; }

    /// <summary>Finds an exam; null when there is none of that code.</summary>
    public Exam? Exam(ExamId id) => Bank(id)?.Exam;

    /// <summary>Finds an item in its newest version; null when it is not in the bank.</summary>
    public Item? Item(ItemId id) => _items.GetValueOrDefault(id);

    /// <summary>Finds a service; null when the catalogue does not hold it.</summary>
    public ServiceEntry? Service(string slug) => _services.GetValueOrDefault(slug);

    /// <summary>Finds a note; null when there is none of that slug.</summary>
    public Note? Note(string slug) => Notes.FirstOrDefault(note => note.Slug == slug);

    /// <summary>The exam that a channel studies for; the default where there is no channel, or its exam has left the content.</summary>
    public Exam ExamOf(Channel? channel) => (channel is null ? null : Exam(channel.Exam)) ?? Exams[0];

    /// <summary>The items that an exam asks; null when there is none of that code.</summary>
    public ExamBank? Bank(ExamId id) => _banks.GetValueOrDefault(id);

    /// <summary>The items of one exam and domain in file order; empty when there are none.</summary>
    public IReadOnlyList<Item> Pool(ExamId exam, DomainId domain) => Bank(exam)?.Of(domain) ?? [];
}
