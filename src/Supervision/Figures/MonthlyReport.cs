using Yiwang.Directory;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Supervision.Figures;

/// <summary>效能监察月报: the figures of a month in sentences, as a circular of the supervising organ.</summary>
internal sealed class MonthlyReport(CurrentSight sight, IDirectory directory, TimeProvider clock)
{
    private const int Named = 5;

    internal async Task<OfficialDocument> Write(EfficiencyView view, IReadOnlyList<FigureLine> lines, CancellationToken stop)
    {
        var all = Sum.Of(lines.Select(l => l.Sum));
        var where = view.Department is { } department ? (await directory.Department(department, stop))?.Name : (await directory.Region(view.Region ?? sight.Now.Region ?? RegionCode.Ningbo, stop))?.Name;
        var text = new List<DocumentLine>
        {
            Head("一、总体情况"),
            Say($"{FigureWords.Month(view.Month)}，{where}共收到申报 {FigureWords.Count(all[Measure.Submitted])} 件，其中网上申报 {FigureWords.Count(all[Measure.Online])} 件，网上办理率 {Share("online", all)}；受理 {FigureWords.Count(all[Measure.Accepted])} 件，"
                + $"作出决定 {FigureWords.Count(all.Decided)} 件（准予 {FigureWords.Count(all[Measure.Granted])} 件，不予许可 {FigureWords.Count(all[Measure.Refused])} 件），不予受理 {FigureWords.Count(all[Measure.Declined])} 件，终止 {FigureWords.Count(all[Measure.Stopped])} 件。"),
            Say($"按时办结率 {Share("onTime", all)}，提前办结率 {Share("early", all)}，最多跑一次率 {Share("oneVisit", all)}，好评率 {Share("rating", all)}。平均办理 {FigureWords.Decimal(all.AverageDays)} 个工作日。发出的黄牌、红牌中没有撤销的，黄牌 {all.YellowCards} 张，红牌 {all.RedCards} 张。效能指数 {FigureWords.Decimal(Efficiency.Index(all))}。"),
            Head($"二、各{EfficiencyView.Ways.Single(w => w.By == view.By).Name}效能指数"),
        };
        text.AddRange(lines.Select((line, i) => new DocumentLine(LineStyle.Entry, $"{i + 1}．{line.Name}：效能指数 {FigureWords.Decimal(Efficiency.Index(line.Sum))}，申报 {FigureWords.Count(line.Sum[Measure.Submitted])} 件，办结 {FigureWords.Count(line.Sum.Decided)} 件，超期 {FigureWords.Count(line.Sum[Measure.Late])} 件，黄牌 {line.Sum.YellowCards} 张，红牌 {line.Sum.RedCards} 张。")));
        text.Add(Head("三、需要关注"));
        var late = lines.Where(l => l.Sum[Measure.Late] > 0 || l.Sum.RedCards > 0).OrderByDescending(l => l.Sum[Measure.Late]).ThenByDescending(l => l.Sum.RedCards).Take(Named).ToList();
        text.Add(Say(late.Count == 0 ? "本月没有超期办结的件，也没有红牌。" : $"超期或者有红牌的，依次是：{string.Join("；", late.Select(l => $"{l.Name}（超期 {FigureWords.Count(l.Sum[Measure.Late])} 件，红牌 {l.Sum.RedCards} 张）"))}。"));
        text.Add(Say($"效能指数满分 100 分，由{string.Join("、", Efficiency.Parts.Select(p => $"{p.Name} {p.Weight}%"))}加权相加，每百件办结中黄牌每张扣 {Efficiency.Yellow} 分、红牌每张扣 {Efficiency.Red} 分，最多扣 {Efficiency.MostOff} 分。"));
        return new($"效能监察月报（{FigureWords.Month(view.Month)}）", "", "", text, $"{where}电子监察", WorkCalendar.TodayInNingbo(clock));
    }

    private static string Share(string part, Sum sum) => FigureWords.Percent(Efficiency.Share(part, sum));

    private static DocumentLine Head(string text) => new(LineStyle.Entry, text);

    private static DocumentLine Say(string text) => new(LineStyle.Paragraph, text);
}
