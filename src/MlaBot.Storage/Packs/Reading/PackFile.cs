using MlaBot.Core.Exams;
using MlaBot.Core.Notes;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Storage.Packs.Joining;
using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>What one file holds, before the files are checked against each other.</summary>
/// <param name="file">The file, relative to the content folder.</param>
internal sealed class PackFile(string file)
{
    /// <summary>What is wrong inside the file.</summary>
    public FaultSink Faults { get; } = new(file);

    /// <summary>The ids that the file defines.</summary>
    public List<PackMention> Definitions { get; } = [];

    /// <summary>The ids that the file uses.</summary>
    public List<PackMention> References { get; } = [];

    /// <summary>Exams, at most one.</summary>
    public List<Exam> Exams { get; } = [];

    /// <summary>Codes of exams that follow those of this file and may be named before their own pack exists.</summary>
    public List<string> Successors { get; } = [];

    /// <summary>Items; a case-study item still lacks its case.</summary>
    public List<ItemDraft> Items { get; } = [];

    /// <summary>Cases.</summary>
    public List<CaseScenario> Cases { get; } = [];

    /// <summary>Services; scopes still lack their exams.</summary>
    public List<ServiceDraft> Services { get; } = [];

    /// <summary>Notes.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>Comparisons of services.</summary>
    public List<Comparison> Comparisons { get; } = [];

    /// <summary>Tips.</summary>
    public List<Tip> Tips { get; } = [];

    /// <summary>Labs, at most one.</summary>
    public List<Lab> Labs { get; } = [];

    /// <summary>Topics.</summary>
    public List<StudyTopic> Topics { get; } = [];

    /// <summary>Waivers.</summary>
    public List<Waiver> Waivers { get; } = [];

    /// <summary>Notes an id that the file defines.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id; an empty one was reported already.</param>
    /// <param name="line">Its line.</param>
    /// <param name="space">The space in which it must be unique; empty for the whole content.</param>
    public void Define(PackKind kind, string id, int line, string space = "")
    {
        if (id.Length > 0)
        {
            Definitions.Add(new PackMention(kind, id, line, space));
        }
    }

    /// <summary>Notes ids that the file uses, and gives their texts.</summary>
    public IReadOnlyList<string> Refer(PackKind kind, IEnumerable<TextNode> ids, string subject)
    {
        var texts = new List<string>();
        foreach (var id in ids)
        {
            References.Add(new PackMention(kind, id.Text, id.Line, subject));
            texts.Add(id.Text);
        }

        return texts;
    }
}

/// <summary>An item as read from its file.</summary>
/// <param name="Item">The item; a case-study item without its case.</param>
/// <param name="CaseId">The case that it names; null for the other types.</param>
internal sealed record ItemDraft(Item Item, string? CaseId);

/// <summary>A service as read from its file.</summary>
/// <param name="Service">The service, with an empty scope.</param>
/// <param name="Scope">Its scope by the short code of an exam, such as <c>c01</c>.</param>
/// <param name="Line">Where the scope stands.</param>
internal sealed record ServiceDraft(ServiceEntry Service, IReadOnlyList<KeyValuePair<string, ExamScope>> Scope, int Line);
