using System.Xml.Linq;

namespace MlaBot.Tests.Architecture;

public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["MlaBot.Core"] = [],
        ["MlaBot.Chat"] = ["MlaBot.Core"],
        ["MlaBot.Storage"] = ["MlaBot.Core"],
        ["MlaBot.Storage.DesignTime"] = ["MlaBot.Storage"],
        ["MlaBot.Discord"] = ["MlaBot.Chat"],
        ["MlaBot.Slack"] = ["MlaBot.Chat"],
        ["MlaBot"] = ["MlaBot.Chat", "MlaBot.Discord", "MlaBot.Slack", "MlaBot.Storage"],
    };

    [Fact]
    public void Every_project_references_only_what_the_house_allows()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

        projects.Select(Path.GetFileNameWithoutExtension).ShouldBe(Allowed.Keys, ignoreOrder: true);
        foreach (var project in projects)
        {
            References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension)
                .ShouldBe(Allowed[Path.GetFileNameWithoutExtension(project)], ignoreOrder: true, project);
        }
    }

    [Fact]
    public void The_engine_knows_no_package_but_NodaTime()
    {
        var project = Path.Combine(Repository.Root, "src", "MlaBot.Core", "MlaBot.Core.csproj");

        References(project, "PackageReference").ShouldBe(["NodaTime"]);
        References(project, "FrameworkReference").ShouldBeEmpty();
    }

    [Fact]
    public void Packs_and_database_do_not_use_each_other()
    {
        var storage = Path.Combine(Repository.Root, "src", "MlaBot.Storage");

        Uses(Path.Combine(storage, "Packs"), "MlaBot.Storage.Database").ShouldBeEmpty();
        Uses(Path.Combine(storage, "Database"), "MlaBot.Storage.Packs").ShouldBeEmpty();
    }

    private static List<string> References(string project, string kind) =>
        [.. XDocument.Load(project).Descendants(kind).Select(element => element.Attribute("Include")!.Value)];

    private static List<string> Uses(string folder, string wanted) =>
    [
        .. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(wanted, StringComparison.Ordinal)),
    ];
}
