using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Yiwang.Tests.House;

/// <summary>Holds the plan of the house: floors, arrows, sizes and words.</summary>
public sealed partial class ArrowsTests
{
    /// <summary>The floors, and what each room may use besides the kernel (docs/decisions/0002-floors.md).</summary>
    private static readonly (string Room, int Floor, string[] Uses)[] Table =
    [
        ("Kernel", 0, []), ("Directory", 1, []), ("Identity", 1, []),
        ("Catalogue", 2, ["Directory"]), ("Documents", 2, []), ("Forms", 2, ["Directory"]),
        ("Exchange", 3, ["Directory", "Documents", "Identity"]),
        ("Acceptance", 4, ["Directory", "Catalogue", "Documents", "Forms", "Exchange"]), ("Handling", 4, ["Directory", "Identity", "Exchange"]),
        ("Supervision", 5, ["Directory", "Documents", "Exchange", "Acceptance"]),
        ("Portal", 6, ["Directory", "Identity", "Catalogue", "Acceptance"]), ("Desk", 6, ["Identity", "Exchange", "Acceptance", "Handling"]),
    ];

    private static readonly string Source = Path.Combine(RepositoryFiles.Root, "src");

    private static IEnumerable<string> Code(params string[] endings) => System.IO.Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
        .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations.", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal));

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Path.Combine(Source, "Host", "assets", "icons.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        var named = Code(".razor").SelectMany(file => IconName().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value)).Distinct(StringComparer.Ordinal);

        Assert.Empty(named.Except(sprite, StringComparer.Ordinal));
    }

    [Fact]
    public void Each_room_references_exactly_what_the_table_of_floors_allows()
    {
        foreach (var (room, floor, uses) in Table)
        {
            var references = XDocument.Load(Path.Combine(Source, room, $"{room}.csproj")).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)).Where(r => r != "Kernel").Order();
            Assert.Equal(uses.Order(), references);
            Assert.All(uses, used => Assert.True(Table.Single(t => t.Room == used).Floor < floor, $"{room} → {used} does not go down"));
        }
    }

    [Fact]
    public void No_file_names_a_room_that_its_own_room_may_not_use()
    {
        foreach (var (room, _, uses) in Table)
        {
            foreach (var file in Code(".cs", ".razor").Where(f => f.StartsWith(Path.Combine(Source, room) + "/", StringComparison.Ordinal)))
            {
                var named = Using().Matches(File.ReadAllText(file)).Select(m => m.Groups["room"].Value).Distinct().Where(r => r != room && r != "Kernel");
                Assert.All(named, other => Assert.True(uses.Contains(other), $"{file} uses {other}"));
            }
        }
    }

    [Fact]
    public void Every_room_stands_in_the_table_and_the_drawing_is_current()
    {
        var rooms = System.IO.Directory.GetDirectories(Source).Select(d => Path.GetFileName(d)!).Where(d => d is not "Host" && !d.StartsWith("Migrations.", StringComparison.Ordinal)).Order();
        Assert.Equal(Table.Select(t => t.Room).Order(), rooms);

        var drawing = new StringBuilder("# The house\n\nDrawn by a test from the project files; every room also uses Kernel.\n\n| floor | room | uses |\n|---|---|---|\n");
        foreach (var (room, floor, uses) in Table.OrderBy(t => t.Floor)) drawing.Append($"| {floor} | {room} | {string.Join(", ", uses)} |\n");
        var path = Path.Combine(RepositoryFiles.Root, "docs", "house.md");
        var before = File.Exists(path) ? File.ReadAllText(path) : "";
        if (before == drawing.ToString()) return;
        File.WriteAllText(path, drawing.ToString());
        Assert.Fail("docs/house.md was out of date and has been drawn anew; commit it.");
    }

    [Fact]
    public void Files_are_small()
    {
        var long_ = Code(".cs", ".razor").Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 300).ToList();

        Assert.True(long_.Count == 0, string.Join("\n", long_));
    }

    [Fact]
    public void Time_comes_from_the_clock_and_nothing_is_left_over()
    {
        foreach (var file in Code(".cs", ".razor"))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("DateTime.Now", text, StringComparison.Ordinal);
            Assert.DoesNotContain("DateTimeOffset.UtcNow", text, StringComparison.Ordinal);
            Assert.DoesNotContain("TODO", text, StringComparison.Ordinal);
            Assert.DoesNotContain("NotImplementedException", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_public_face_of_a_room_is_public()
    {
        var assemblies = Table.Skip(1).Select(t => System.Reflection.Assembly.Load($"Yiwang.{t.Room}"));
        foreach (var type in assemblies.SelectMany(a => a.GetExportedTypes()))
        {
            var isPage = typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type) || type.Name == "_Imports" || type.IsNested;
            Assert.True(isPage || type.IsInterface || type.IsEnum || (type.IsAbstract && type.IsSealed) || type.IsSealed, $"{type} is open for inheritance");
            Assert.False(type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Manager", StringComparison.Ordinal) || type.Name.EndsWith("Helper", StringComparison.Ordinal), type.FullName);
        }
    }

    [Fact]
    public void No_database_is_asked_for_by_name_outside_the_database_folder()
    {
        foreach (var file in Code(".cs").Where(f => !f.Contains("/Kernel/Database/", StringComparison.Ordinal) && !f.Contains("/Host/", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("IsSqlite", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.DoesNotContain("IsNpgsql", File.ReadAllText(file), StringComparison.Ordinal);
            // Transactions begin with BeginWrite, which waits for its turn and wakes the journal's readers.
            Assert.DoesNotContain("BeginTransaction", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\s*@?using Yiwang\.(?<room>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();

    [GeneratedRegex("(<Icon Name|IconName)=\"(?<name>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IconName();
}
