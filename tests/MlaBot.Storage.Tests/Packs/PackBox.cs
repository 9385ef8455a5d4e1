using MlaBot.Storage.Packs;

namespace MlaBot.Storage.Tests.Packs;

/// <summary>A content folder on disk that begins without a fault and can be damaged.</summary>
internal sealed class PackBox : IDisposable
{
    public const string ExamFile = "exams/mla-c01/exam.yaml";
    public const string ItemsFile = "exams/mla-c01/items/1.1.yaml";
    public const string CasesFile = "exams/mla-c01/cases/1.yaml";
    public const string ServicesFile = "services/storage.yaml";
    public const string NoteFile = "notes/data-formats.md";
    public const string ComparisonsFile = "comparisons.yaml";
    public const string TipsFile = "tips.yaml";
    public const string TopicsFile = "topics.yaml";
    public const string LabFile = "labs/churn.yaml";

    public PackBox()
    {
        Folder = Directory.CreateTempSubdirectory("mlabot-packs-").FullName;
        Write(ExamFile, GoodPack.Exam);
        Write(ItemsFile, GoodPack.Items);
        Write(CasesFile, GoodPack.Cases);
        Write(ServicesFile, GoodPack.Services);
        Write(NoteFile, GoodPack.Note);
        Write(ComparisonsFile, GoodPack.Comparisons);
        Write(TipsFile, GoodPack.Tips);
        Write(TopicsFile, GoodPack.Topics);
        Write(LabFile, GoodPack.Lab);
    }

    public string Folder { get; }

    public PackBox Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public PackBox WriteBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, file), bytes);
        return this;
    }

    /// <summary>Replaces a text that stands exactly once in a file.</summary>
    public PackBox Change(string file, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        text.Split(from).Length.ShouldBe(2, $"\"{from}\" should stand once in {file}");
        return Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public PackBox Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public PackResult Load() => PackLoader.Load(Folder);

    /// <summary>Loads and gives the faults as texts.</summary>
    public string[] Faults()
    {
        var result = Load();
        (result.Content is null).ShouldBe(result.Faults.Count > 0, "content comes exactly when there is no fault");
        return [.. result.Faults.Select(fault => fault.ToString())];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
