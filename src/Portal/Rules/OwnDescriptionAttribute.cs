namespace Yiwang.Portal.Rules;

/// <summary>Marks a page that writes its own description for search engines, so that the site's general one is left out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnDescriptionAttribute : Attribute;
