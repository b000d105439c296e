// What an agency's site has around a report: styles, scripts, menus, lists of other pages, a foot. None of it is of a real site.
using System.Globalization;
using System.Text;

namespace Analytics.Synthetic;

/// <summary>The frame of a page.</summary>
/// <param name="links">How many pages its menus and lists link to.</param>
public sealed class SiteFrame(int links)
{
    private const int PerMenu = 8;
    private static readonly string[] Menus = ["政务公开", "政务服务", "互动交流", "数据开放", "专题专栏", "新闻中心"];
    private static readonly string[] Pages = ["机构职能", "领导简介", "政策文件", "政策解读", "通知公告", "规划计划", "统计信息", "人事信息", "重大项目", "办事指南", "在线咨询", "意见征集", "网上调查", "热点回应", "便民查询", "示例栏目"];

    /// <summary>All that stands before the report.</summary>
    public string Before(PrintedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("<style>\n");
        foreach (var part in (string[])["top", "nav", "side", "crumbs", "article", "share", "foot"])
            text.Append(CultureInfo.InvariantCulture, $".{part} {{ margin: 0 auto; padding: 8px 12px; width: 1200px; font: 16px/1.8 \"Microsoft YaHei\", sans-serif }}\n.{part} a {{ color: #333; text-decoration: none }} .{part} a:hover {{ color: #b00 }}\n");
        text.Append("</style>\n<script>\nvar site = { name: 'sample', menus: {} };\n");
        for (var i = 0; i < links; i++) text.Append(CultureInfo.InvariantCulture, $"site.menus['m{i}'] = {{ id: {1000 + i}, path: '/col/{1000 + i}/index.html', isOpen: false, children: [] }};\n");
        text.Append("</script>\n").Append(CultureInfo.InvariantCulture, $"<div class=\"top\"><a href=\"/\">首页</a><form action=\"/search\"><input name=\"q\"><button>搜索</button></form><p>{SyntheticData.Notice}</p></div>\n<ul class=\"nav\">\n");
        for (var i = 0; i < links; i++)
        {
            if (i % PerMenu == 0) text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "</ul></li>\n" : "")}<li><a href=\"/m{i}\">{Menus[i / PerMenu % Menus.Length]}</a><ul>\n");
            text.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/col/{1000 + i}/index.html\" target=\"_blank\" title=\"{Pages[i % Pages.Length]}\">{Pages[i % Pages.Length]}</a></li>\n");
        }
        return text.Append("</ul></li>\n</ul>\n<div class=\"crumbs\">您现在的位置：<a href=\"/\">首页</a> &gt; <a href=\"/open\">政务公开</a> &gt; <a href=\"/open/annual\">年度报告</a></div>\n<div class=\"article\">\n").ToString();
    }

    /// <summary>All that stands behind it.</summary>
    public string After(PrintedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("</div>\n<div class=\"share\"><a href=\"javascript:print()\">打印</a> <a href=\"javascript:close()\">关闭</a></div>\n<ul class=\"side\">\n");
        for (var i = 0; i < links; i += 2) text.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/art/{2000 + i}.html\">{Pages[i % Pages.Length]}</a></li>\n");
        return text.Append(CultureInfo.InvariantCulture, $"</ul>\n<div class=\"foot\"><p>网站地图 | 使用帮助 | 无障碍浏览</p><p>{SyntheticData.Notice}</p></div>\n").ToString();
    }
}
