using MlaBot.Core.Exams;
using MlaBot.Core.Services;
using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>services/*.yaml</c>.</summary>
internal static class ServiceReader
{
    /// <summary>More would hide those that decide.</summary>
    private const int MostLimits = 5;

    private static readonly string[] Kinds = ["service", "feature", "concept"];
    private static readonly string[] Confidences = ["high", "medium", "low"];

    private static readonly Dictionary<string, ExamScope> Scopes = new(StringComparer.Ordinal)
    {
        ["in"] = ExamScope.InScope,
        ["named"] = ExamScope.Named,
        ["unlisted"] = ExamScope.Unlisted,
        ["out"] = ExamScope.OutOfScope,
        ["dropped"] = ExamScope.Dropped,
    };

    private static readonly Dictionary<string, ServiceState> States = new(StringComparer.Ordinal)
    {
        ["active"] = ServiceState.Active,
        ["renamed"] = ServiceState.Renamed,
        ["closed-to-new"] = ServiceState.ClosedToNew,
        ["sunset"] = ServiceState.Sunset,
        ["ended"] = ServiceState.Ended,
    };

    /// <summary>Reads one file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        foreach (var fields in ListFiles.Read(yaml, file, "service", "slug"))
        {
            var service = ReadService(fields, file);
            file.Services.Add(new ServiceDraft(service, ReadScope(fields), fields.LineOf("scope")));
            fields.Close();
        }
    }

    private static ServiceEntry ReadService(Fields fields, PackFile file) => new()
    {
        Slug = ReadSlug(fields, file),
        Name = fields.Text("name"),
        Category = fields.Text("category"),
        Kind = fields.OneOf("kind", Kinds),
        Parent = ReadParent(fields, file),
        Scope = new Dictionary<ExamId, ExamScope>(),
        Aliases = Words(fields, "aliases"),
        Intents = Words(fields, "intents"),
        Status = ReadStatus(fields),
        Blueprint = [.. file
            .Refer(PackKind.BlueprintPoint, fields.Texts("blueprint", 1), fields.Subject)
            .Select(point => new BlueprintId(point))],
        What = fields.Text("what"),
        Exam = fields.Text("exam"),
        PickWhen = fields.Text("pick_when"),
        Instead = [.. fields.Maps("instead", 1).Select(map => ReadNeighbour(new Fields(map, $"{fields.Subject}, instead", file.Faults), file))],
        Traps = [.. fields.Texts("traps", 1).Select(trap => trap.Text)],
        Limits = fields.Has("limits") ? [.. fields.Maps("limits", 1, MostLimits).Select(map => ReadLimit(new Fields(map, $"{fields.Subject}, limits", file.Faults)))] : [],
        Guides = [.. fields.Texts("related_guides", 1).Select(title => title.Text)],
    };

    private static string ReadSlug(Fields fields, PackFile file)
    {
        var slug = fields.Text("slug");
        if (slug.Length > 0 && !Patterns.Slug().IsMatch(slug))
        {
            file.Faults.Add(fields.LineOf("slug"), $"{fields.Subject}: a slug is lower-case words joined by hyphens");
        }

        file.Define(PackKind.Service, slug, fields.LineOf("slug"));
        return slug;
    }

    private static string? ReadParent(Fields fields, PackFile file)
    {
        var parent = fields.OptionalText("parent");
        if (parent is not null)
        {
            file.References.Add(new PackMention(PackKind.Service, parent, fields.LineOf("parent"), $"{fields.Subject}, parent"));
        }

        return parent;
    }

    private static IReadOnlyList<string> Words(Fields fields, string key) => [.. fields.Texts(key, 1).Select(word => word.Text)];

    private static Neighbour ReadNeighbour(Fields fields, PackFile file)
    {
        var slug = fields.Text("slug");
        if (slug.Length > 0)
        {
            file.References.Add(new PackMention(PackKind.Service, slug, fields.LineOf("slug"), fields.Subject));
        }

        var neighbour = new Neighbour(slug, fields.Text("when"));
        fields.Close();
        return neighbour;
    }

    private static ServiceLimit ReadLimit(Fields fields)
    {
        var limit = new ServiceLimit(fields.Text("what"), fields.Date("as_of"), fields.Text("source"));
        fields.Close();
        return limit;
    }

    private static ServiceStatus ReadStatus(Fields service)
    {
        var fields = new Fields(service.Map("status"), $"{service.Subject}, status", service.Faults);
        var state = States[fields.OneOf("state", States.Keys)];
        var since = fields.OptionalText("since");
        if (since is not null && !Patterns.Since().IsMatch(since))
        {
            fields.Faults.Add(fields.LineOf("since"), $"{fields.Subject}: since \"{FaultSink.Short(since)}\" is not a date as in 2026-11-21, 2026-11 or 2026");
        }

        var note = state is ServiceState.Active ? fields.OptionalText("note") ?? "" : fields.Text("note");
        var confidence = fields.OneOf("confidence", Confidences);
        var asOf = fields.Date("as_of");
        fields.Close();
        return new ServiceStatus(state, since, note, confidence, asOf);
    }

    private static IReadOnlyList<KeyValuePair<string, ExamScope>> ReadScope(Fields service)
    {
        var map = service.Map("scope");
        var fields = new Fields(map, $"{service.Subject}, scope", service.Faults);
        return [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Scopes[fields.OneOf(entry.Key.Text, Scopes.Keys)]))];
    }
}
