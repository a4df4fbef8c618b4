using System.Text.Json;

namespace DepartmentSystems.OwnForms;

/// <summary>The own forms of the departments, by item.</summary>
public sealed class FormCabinet
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };
    private readonly Dictionary<string, OwnForm> _forms;

    private FormCabinet(IEnumerable<OwnForm> forms) => _forms = forms.ToDictionary(f => f.Item, StringComparer.Ordinal);

    /// <summary>Reads all forms of a folder.</summary>
    public static FormCabinet Read(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.json").Select(f => JsonSerializer.Deserialize<OwnForm>(File.ReadAllBytes(f), Options)!));

    /// <summary>The form of an item; null when the department has none of its own and shows the names as they come.</summary>
    public OwnForm? Of(string item) => _forms.GetValueOrDefault(item);
}
