using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace Yiwang.Tests.House;

/// <summary>Holds what every type of the house must be: closed for inheritance, and explained where others see it.</summary>
public sealed class TypesTests
{
    private static readonly List<Assembly> Rooms =
    [
        .. System.IO.Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "src")).Select(folder => Path.GetFileName(folder)!)
            .Where(room => !room.StartsWith("Migrations.", StringComparison.Ordinal))
            .Select(room => Assembly.Load(room == "Host" ? "yiwang" : $"Yiwang.{room}")),
    ];

    [Fact]
    public void A_class_that_nothing_inherits_is_sealed()
    {
        var types = Rooms.SelectMany(room => room.GetTypes()).Where(IsOurs).ToList();
        var bases = types.Select(type => Open(type.BaseType)).ToHashSet();

        var open = types.Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && !bases.Contains(type)).Select(type => type.FullName);

        Assert.Empty(open);
    }

    [Fact]
    public void Every_type_that_another_room_can_see_says_what_it_is()
    {
        foreach (var room in Rooms)
        {
            // The build writes down every doc comment.
            var explained = XDocument.Load(Path.ChangeExtension(room.Location, ".xml")).Descendants("member")
                .Where(member => member.Element("inheritdoc") is not null || member.Element("summary") is { } summary && !string.IsNullOrWhiteSpace(summary.Value))
                .Select(member => (string)member.Attribute("name")!).ToHashSet(StringComparer.Ordinal);

            var unexplained = room.GetExportedTypes().Where(type => IsOurs(type) && !IsPage(type.DeclaringType)).Select(type => $"T:{type.FullName!.Replace('+', '.')}").Where(name => !explained.Contains(name));

            Assert.Empty(unexplained);
        }
    }

    /// <summary>Written by hand as a class: what is made of a page is open, and nobody names it.</summary>
    private static bool IsOurs(Type type)
    {
        for (var at = type; at is not null; at = at.DeclaringType)
        {
            if (at.IsDefined(typeof(CompilerGeneratedAttribute)) || at.IsDefined(typeof(GeneratedCodeAttribute))) return false;
        }
        return type.Namespace?.StartsWith("Yiwang.", StringComparison.Ordinal) is true && !IsPage(type) && type.Name != "_Imports";
    }

    private static bool IsPage(Type? type) => typeof(IComponent).IsAssignableFrom(type);

    private static Type? Open(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;
}
