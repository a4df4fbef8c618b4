namespace Yiwang.Catalogue.Lists;

/// <summary>A column of a list's file.</summary>
/// <param name="Label">What it is called, as in the files that are published.</param>
/// <param name="Field">Its name in the reference data.</param>
/// <param name="Required">Whether every row has it.</param>
public sealed record LayoutColumn(string Label, string Field, bool Required = false)
{
    /// <summary>The words that may stand there; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it names departments; several are joined by 、.</summary>
    public bool Departments { get; init; }
}

/// <summary>What a file of one of the lists has that are no items.</summary>
/// <param name="List">Which list.</param>
/// <param name="File">Its file name in the reference data, without its ending.</param>
/// <param name="Slug">Its name in the portal's addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Columns">Its columns, without number and name, which all have.</param>
public sealed record ListLayout(PublishedList List, string File, string Slug, string Title, IReadOnlyList<LayoutColumn> Columns)
{
    /// <summary>The columns of number, name and 示例, which all lists have.</summary>
    public const string Id = "编号", Name = "名称", Sample = "示例数据";

    /// <summary>The sheet of the rows in a workbook.</summary>
    public const string MainSheet = "清单";

    /// <summary>The three.</summary>
    public static IReadOnlyList<ListLayout> All { get; } =
    [
        new(PublishedList.Duties, "duty_list", "duties", "部门责任清单",
        [
            new("责任类别", "part", true) { Words = ["主要职责", "职责边界", "事中事后监管", "公共服务"] }, new("责任部门", DepartmentField, true) { Departments = true }, new("责任内容", "description", true),
            new("相关部门", "related_departments") { Departments = true }, new("法律依据", "legal_basis"),
        ]),
        new(PublishedList.Investments, "negative_list", "investments", "企业投资负面清单",
        [
            new("行业", "sector", true), new("项目范围", "scope", true), new("管理方式", "management", true), new("核准机关", "authority"), new("来源文件", "source_document", true), new("浙江适用说明", "zhejiang_note"),
        ]),
        new(PublishedList.Funds, "special_funds", "funds", "财政专项资金管理清单",
        [
            new("主管部门", DepartmentField, true) { Departments = true }, new("支持范围", "support_scope", true), new("分配方式", "allocation_method", true), new("支持对象", "beneficiaries"), new("申报时间", "application_window"),
            new("支持方式", "support_way"), new("财政部门", "finance_department") { Departments = true }, new("管理办法", "policy_document"), new("公开内容", "disclosure_elements"),
        ]),
    ];

    /// <summary>The field that says whose row it is.</summary>
    public const string DepartmentField = "department_2017";

    /// <summary>What a column is called.</summary>
    public string Label(string field) => Columns.First(c => c.Field == field).Label;

    /// <summary>The layout of a list; null for lists of items.</summary>
    public static ListLayout? Of(PublishedList list) => All.FirstOrDefault(l => l.List == list);
}
