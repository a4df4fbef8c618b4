using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Bundles;
using Yiwang.Forms;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Bundles;

/// <summary>The bundles of the reference data can be applied for as they are.</summary>
public sealed class BundleDataTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Theory]
    [InlineData("YJS-001", 6)]
    [InlineData("YJS-002", 5)]
    [InlineData("YJS-003", 4)]
    [InlineData("YJS-004", 3)]
    public Task Every_bundle_is_offered_and_its_merged_form_can_be_filled_in(string code, int steps) => site.In(async services =>
    {
        var bundles = services.GetRequiredService<OfferBundles>();
        var offer = (await bundles.Offer(code, RegionCode.Parse("330203", null), default)).Value;

        Assert.Equal(steps, offer.Steps.Count);
        Assert.Empty(services.GetRequiredService<IForms>().ProblemsOf(offer.Merged.Form));
        // Each field of each item has an origin that is there.
        var names = offer.Merged.Form.Fields().Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var step in offer.Steps)
        {
            var fields = step.Form.Fields().Where(f => f.Type != "file").Select(f => f.Name).ToList();
            Assert.Empty(fields.Except(offer.Merged.Sources[step.Step.Key].Keys, StringComparer.Ordinal));
            // What is always the same is a choice that the item knows.
            Assert.Empty(step.Form.Fields().Where(f => f.Options.Count > 0 && offer.Merged.Sources[step.Step.Key].GetValueOrDefault(f.Name)?.Constant is { } constant && !f.Options.Contains(constant)).Select(f => f.Name));
            // Whatever is chosen in the bundle is a choice of the item too, if need be in its words.
            foreach (var field in step.Form.Fields().Where(f => f.Options.Count > 0))
            {
                if (offer.Merged.Sources[step.Step.Key].GetValueOrDefault(field.Name) is not { Field: { } from } origin) continue;
                var choices = offer.Merged.Form.Fields().Single(f => f.Name == from).Options;
                Assert.Empty(choices.Select(o => origin.Choices.GetValueOrDefault(o, o)).Except(field.Options, StringComparer.Ordinal));
            }
            Assert.Empty(step.Step.Fields.Keys.Except(fields, StringComparer.Ordinal));
            Assert.Empty(offer.Merged.Sources[step.Step.Key].Values.Select(o => o.Field).OfType<string>().Except(names, StringComparer.Ordinal));
        }
        // The same is asked once.
        Assert.Empty(offer.Merged.Form.Fields().GroupBy(f => (f.Label, f.Type)).Where(g => g.Select(f => f.Name.Split('_')[0]).Distinct().Count() > 1).Select(g => g.Key.Label));
        Assert.Empty(offer.Needs(offer.Steps).GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => g.Key));
        return 0;
    });
}
