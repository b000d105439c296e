// A made-up figure beside real ones would be taken for one of them.
namespace Analytics.Warehouse;

/// <summary>Real reports and synthetic ones are never in one data folder.</summary>
public sealed class MixedReportsException(bool isSynthetic) : IOException(Explain(isSynthetic))
{
    /// <summary>What a person is told.</summary>
    /// <param name="isSynthetic">Whether the report that does not belong here is the synthetic one.</param>
    public static string Explain(bool isSynthetic) => isSynthetic
        ? "这是合成数据，而数据文件夹中是真实报告；两者不得混在一起：请用 --data 另指定一个文件夹存放合成数据。"
        : "这是真实报告，而数据文件夹中是合成数据；两者不得混在一起：请用 --data 另指定一个文件夹存放真实报告。";
}
