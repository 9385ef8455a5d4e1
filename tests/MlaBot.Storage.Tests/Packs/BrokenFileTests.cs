using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MlaBot.Storage.Packs;

namespace MlaBot.Storage.Tests.Packs;

/// <summary>Files that are no YAML, no text, or not there.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private readonly PackBox _box = new();

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData("takeaway: Lines are simple.", "takeaway: Lines: simple.", 89, "a text holds \": \" without being quoted")]
    [InlineData("takeaway: Lines are simple.", "takeaway: \"Lines are simple.", 89, "a quote is opened and not closed")]
    [InlineData("takeaway: Lines are simple.", "takeaway: @lines", 89, "a text begins with a sign that YAML reserves")]
    [InlineData("takeaway: Lines are simple.", "takeaway: *lines", 89, "anchors, aliases and tags (&, * and !) are not used in packs")]
    [InlineData("takeaway: Lines are simple.", "takeaway: &lines x", 89, "anchors, aliases and tags (&, * and !) are not used in packs")]
    [InlineData("takeaway: Lines are simple.", "takeaway: !lines x", 89, "anchors, aliases and tags (&, * and !) are not used in packs")]
    [InlineData("takeaway: Lines are simple.", "takeaway: - lines", 89, "begin the list on the next line")]
    [InlineData("takeaway: Lines are simple.", "takeaway: \"Lines \\q\"", 89, "a backslash in a double-quoted text")]
    [InlineData("takeaway: Lines are simple.", "takeaway:lines", 89, "has no space after its colon")]
    [InlineData("  takeaway: Lines are simple.", "   takeaway: Lines", 89, "a key is indented differently")]
    [InlineData("  takeaway: Lines are simple.", " takeaway: Lines", 89, "a line is indented less than the list entry")]
    [InlineData("exams: [MLA-C01, MLA-C02]", "exams: [MLA-C01, MLA-C02", 5, "a bracket or quote is opened and not closed")]
    [InlineData("why: \"It does.\"}", "why: \"It does.\"", 87, "a comma or the closing } is missing")]
    [InlineData("type: ordering", "type: x\n\tversion: 1", 41, "a tab stands in the indentation")]
    [InlineData("shuffle: false", "shuffle: [[[[[[[[[[[[[[[[[[[[false]]]]]]]]]]]]]]]]]]]]", 11, "the lists and keys are nested too deeply")]
    public void Broken_yaml_is_one_fault_that_says_what_to_look_for(string from, string to, int line, string words)
    {
        var fault = _box.Change(PackBox.ItemsFile, from, to).Load().Faults.ShouldHaveSingleItem();

        fault.File.ShouldBe(PackBox.ItemsFile);
        fault.Line.ShouldBe(line);
        fault.Sentence.ShouldContain(words);
    }

    [Theory]
    [InlineData("", "exams/mla-c01/items/1.1.yaml: the file is empty")]
    [InlineData("# nothing yet\n", "exams/mla-c01/items/1.1.yaml: the file is empty")]
    [InlineData("id: q-1.1-0001", "exams/mla-c01/items/1.1.yaml(1): the file is a set of keys where a list is expected; begin each item with \"- id:\"")]
    [InlineData("- q-1.1-0001", "exams/mla-c01/items/1.1.yaml(1): an entry is a text; begin each item with \"- id:\"")]
    [InlineData("[]\n---\n[]\n", "exams/mla-c01/items/1.1.yaml(2): a second document begins here; keep one document in a file")]
    [InlineData("- [a]: b", "exams/mla-c01/items/1.1.yaml(1): a key must be a plain word", "exams/mla-c01/items/1.1.yaml(1): this item has no \"id\"")]
    public void A_file_of_another_shape_is_named(string text, params string[] first)
    {
        _box.Write(PackBox.ItemsFile, text).Faults().Take(first.Length).ShouldBe(first);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_a_fault()
    {
        _box.WriteBytes(PackBox.ItemsFile, [0x2d, 0x20, 0xff, 0xfe, 0x00]).Faults()
            .ShouldBe(["exams/mla-c01/items/1.1.yaml: the file is not UTF-8 text"]);
    }

    [Fact]
    public void A_pack_in_the_wrong_place_is_a_fault_and_not_silently_left_out()
    {
        var fault = _box.Write("exams/mla-c01/1.2.yaml", "[]").Write("services/more.yml", "[]").Faults();

        fault.Length.ShouldBe(2);
        fault.ShouldAllBe(sentence => sentence.Contains("nothing reads this file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_an_exam_is_a_fault()
    {
        _box.Delete(PackBox.ExamFile).Delete(PackBox.ItemsFile).Delete(PackBox.CasesFile).Delete(PackBox.ServicesFile).Delete(PackBox.TopicsFile).Delete(PackBox.LabFile).Delete(PackBox.NoteFile).Delete(PackBox.ComparisonsFile);

        _box.Faults().ShouldBe(["exams: there is no exams/*/exam.yaml, so there is no exam"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault()
    {
        var folder = Path.Combine(_box.Folder, "nowhere");

        PackLoader.Load(folder).Faults.ShouldHaveSingleItem().Sentence.ShouldBe("this content folder is not there or cannot be read");
    }

    [Fact]
    public void Faults_of_all_files_come_at_once()
    {
        _box.Change(PackBox.ItemsFile, "difficulty: 3", "difficulty: 9")
            .Change(PackBox.ItemsFile, "version: 2", "version: x")
            .Change(PackBox.CasesFile, "title: \"A bakery\"", "title: \"\"")
            .Change(PackBox.ServicesFile, "kind: feature", "kind: thing")
            .Change(PackBox.NoteFile, "title: Data formats", "titel: Data formats")
            .Change(PackBox.ExamFile, "weight: 60", "weight: 6");

        _box.Load().Faults.Select(fault => fault.File).Distinct().Count().ShouldBe(5);
        _box.Load().Faults.Count.ShouldBe(7);
    }

    [Fact]
    public void Damaged_bytes_give_content_or_faults_and_never_an_exception()
    {
        string[] files = [PackBox.ItemsFile, PackBox.ExamFile, PackBox.ServicesFile, PackBox.CasesFile, PackBox.NoteFile];
        string[] texts = [GoodPack.Items, GoodPack.Exam, GoodPack.Services, GoodPack.Cases, GoodPack.Note];
        var damages = ArbMap.Default.ArbFor<(int Place, byte Value)>().Generator.NonEmptyListOf();
        var cases = Gen.Choose(0, files.Length - 1).SelectMany(_ => damages, (which, list) => (which, list.Take(6).ToArray())).ToArbitrary();

        Prop.ForAll(cases, damage =>
        {
            var (which, changes) = damage;
            var bytes = Encoding.UTF8.GetBytes(texts[which]);
            foreach (var (place, value) in changes)
            {
                bytes[(place & int.MaxValue) % bytes.Length] = value;
            }

            var result = _box.WriteBytes(files[which], bytes).Load();
            _box.Write(files[which], texts[which]);
            return (result.Content is null) == (result.Faults.Count > 0)
                && result.Faults.All(fault => fault.Sentence.Length > 0 && !fault.Sentence.Contains("Exception", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_gives_content_or_faults()
    {
        for (var length = 0; length < GoodPack.Items.Length; length += 7)
        {
            var result = _box.Write(PackBox.ItemsFile, GoodPack.Items[..length]).Load();

            (result.Content is null).ShouldBe(result.Faults.Count > 0);
        }
    }
}
