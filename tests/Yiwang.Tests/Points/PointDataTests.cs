using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Importing;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Points;

public sealed class PointDataOnSqlite(SqliteSite site) : PointDataTests(site), IClassFixture<SqliteSite>;

public sealed class PointDataOnPostgres(PostgresSite site) : PointDataTests(site), IClassFixture<PostgresSite>;

/// <summary>What an import makes of the service points, as the API tells of it.</summary>
public abstract class PointDataTests(Site site)
{
    [Fact]
    public async Task Every_level_has_its_points()
    {
        using var channel = await Channel.For(site);
        string[] kinds = ["municipal-hall", "county-hall", "zone-hall", "town-station", "village-station", "department-window"];

        var counts = new List<int>();
        foreach (var kind in kinds) counts.Add((int)(await channel.Get($"api/v1/points?kind={kind}&size=1")).Body["total"]!);

        // 73 streets, 73 towns and 10 townships; areas that only statistics know have no station.
        Assert.Equal([1, 10, 13, 156, 3026, 43], counts);
        Assert.Equal(counts.Sum(), (int)(await channel.Get("api/v1/points?size=1")).Body["total"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await channel.Get("api/v1/points/330206401000-01")).Status);
    }

    [Theory]
    [InlineData("330281000000-01", "余姚市行政服务中心", "county-hall")]
    [InlineData("330200000000-01", "宁波市行政服务中心", "municipal-hall")]
    [InlineData("330203001000-01", "南门街道便民服务中心", "town-station")]
    public async Task Points_that_cases_name_keep_their_codes(string code, string name, string kind)
    {
        using var channel = await Channel.For(site);

        var point = (await channel.Get($"api/v1/points/{code}")).Body;

        Assert.Equal((name, kind, true), ((string?)point["name"], (string?)point["kind"], (bool)point["sample"]!));
        Assert.Equal("08:30-11:30;13:30-17:00", (string?)point["hours"]);
    }

    [Fact]
    public async Task Turning_the_pages_shows_every_point_once()
    {
        using var channel = await Channel.For(site);
        var seen = new List<string>();
        var (next, total) = ("", 0);
        do
        {
            var page = (await channel.Get($"api/v1/points?region=330203&size=100&cursor={next}")).Body;
            seen.AddRange(Points(page).Select(p => (string)p["code"]!));
            (next, total) = ((string?)page["next"], (int)page["total"]!);
        }
        while (next is not null);

        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.All(seen, code => Assert.StartsWith("330203", code, StringComparison.Ordinal));
        Assert.True(total > 200);
    }

    [Theory]
    [InlineData("cursor=zz", HttpStatusCode.BadRequest, "bad-cursor")]
    [InlineData("cursor=town-hall.330203001000-01", HttpStatusCode.BadRequest, "bad-cursor")]
    [InlineData("cursor=town-station.'%3B--", HttpStatusCode.BadRequest, "bad-cursor")]
    [InlineData("kind=castle", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("region=33x", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("lat=29.87", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("lat=NaN&lon=121.5", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("lat=1e2&lon=121.5", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("lat=91&lon=121.5", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("lat=39.9&lon=116.4", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    public async Task What_cannot_be_read_is_refused(string query, HttpStatusCode status, string code)
    {
        using var channel = await Channel.For(site);

        var answer = await channel.Get($"api/v1/points?{query}");

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_api_is_for_channels_alone()
    {
        using var nobody = new HttpClient { BaseAddress = site.Address };

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(new Uri("api/v1/points", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_nearest_are_those_that_measuring_all_would_find()
    {
        using var channel = await Channel.For(site);
        var towns = Points((await channel.Get("api/v1/points?kind=town-station&size=100")).Body).Select(p => (string)p["code"]!).ToList();
        var random = new Random(20261125);
        var placed = towns.ToDictionary(code => code, _ => (Lat: Math.Round(28.9 + (random.NextDouble() * 1.6), 6), Lon: Math.Round(120.9 + (random.NextDouble() * 1.4), 6)), StringComparer.Ordinal);
        using var folder = new ReferenceFolder();
        folder.Change("service_points.csv", text => string.Join('\n', text.Split('\n').Take(1).Select(h => h.TrimEnd('\r')).Concat(
            placed.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key},town-station,,,,,,,{p.Value.Lon},{p.Value.Lat},high,,test,")))) + "\n");
        Assert.Empty((await folder.ImportInto(site)).Problems);

        for (var i = 0; i < 30; i++)
        {
            var from = (Lat: Math.Round(28.9 + (random.NextDouble() * 1.6), 3), Lon: Math.Round(120.9 + (random.NextDouble() * 1.4), 3));

            var near = Points((await channel.Get(string.Create(CultureInfo.InvariantCulture, $"api/v1/points?lat={from.Lat}&lon={from.Lon}&size=7"))).Body);

            var all = placed.OrderBy(p => Kilometres(from, p.Value)).Take(7).ToList();
            Assert.Equal(all.Select(p => p.Key), near.Select(p => (string)p["code"]!));
            Assert.All(all.Zip(near), pair => Assert.Equal(Kilometres(from, pair.First.Value), (double)pair.Second["distanceKm"]!, 0.002));
        }
        Assert.Empty((await site.In(s => s.GetRequiredService<ImportRun>().Run(RepositoryFiles.Data, default))).Problems);
    }

    [Fact]
    public async Task Every_bad_row_is_reported_with_its_line_and_nothing_is_kept()
    {
        using var channel = await Channel.For(site);
        using var folder = new ReferenceFolder();
        var (first, header) = (0, "");
        folder.Change("service_points.csv", text =>
        {
            var lines = text.TrimEnd().Split('\n').Select(l => l.TrimEnd('\r')).ToList();
            (header, first) = (lines[0], lines.Count + 1);
            return string.Join('\n', lines) + "\n" + """
                330203000000-01,county-hall,,,,,,,,,,,test,
                330203001000-01,castle,,,,,,,,,,,test,
                330203002000-01,county-hall,,,,,,,,,,,test,
                330203003000-01,town-station,,,,,8-9,,,,,,test,
                330203004000-01,town-station,,,,,13:30-17:00;08:30-11:30,,,,,,test,
                330203005000-01,town-station,,,,,,many,,,,,test,
                330203006000-01,town-station,,,,,,-1,,,,,test,
                330203007000-01,town-station,,,,,,,116.4,39.9,,,test,
                330203008000-01,town-station,,,,,,,,29.87,,,test,
                330299000000-02,county-hall,,新大厅,,,,,,,,,test,
                33020300,county-hall,,新大厅,,,,,,,,,test,
                330200000000-99,department-window,NONE,,,,,,,,,,test,
                330203000000-03,county-hall,,,,,,,,,,,test,

                """.ReplaceLineEndings("\n");
        });

        var report = await folder.ImportInto(site);

        Assert.Equal(14, header.Split(',').Length);
        Assert.Equal(Enumerable.Range(first, 13).Select(line => $"service_points.csv:{line}"), report.Problems.Select(p => $"{p.File}:{p.Line}"));
        Assert.Equal(43, (int)(await channel.Get("api/v1/points?kind=department-window&size=1")).Body["total"]!);
        Assert.Equal(HttpStatusCode.OK, (await channel.Get("api/v1/points/330281000000-01")).Status);
    }

    private static List<JsonObject> Points(JsonObject page) => [.. page["points"]!.AsArray().Select(p => p!.AsObject())];

    /// <summary>By the angle between the two directions from the earth's centre, another way than the platform goes.</summary>
    private static double Kilometres((double Lat, double Lon) a, (double Lat, double Lon) b)
    {
        var ((x, y, z), (u, v, w)) = (Direction(a), Direction(b));
        var cross = Math.Sqrt(Math.Pow((y * w) - (z * v), 2) + Math.Pow((z * u) - (x * w), 2) + Math.Pow((x * v) - (y * u), 2));
        return 6371.0088 * Math.Atan2(cross, (x * u) + (y * v) + (z * w));

        static (double X, double Y, double Z) Direction((double Lat, double Lon) at)
        {
            var (lat, lon) = (at.Lat * Math.PI / 180, at.Lon * Math.PI / 180);
            return (Math.Cos(lat) * Math.Cos(lon), Math.Cos(lat) * Math.Sin(lon), Math.Sin(lat));
        }
    }
}
