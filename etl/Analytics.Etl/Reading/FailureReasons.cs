// What broke a limit, in words for the person who submitted the document: what is wrong, and what to do.
using Analytics.Sandbox;

namespace Analytics.Etl.Reading;

internal static class FailureReasons
{
    /// <summary>Chinese reason for a document that got no answer.</summary>
    /// <param name="result">Not a <see cref="SandboxResult.Completed"/>, unless its answer made no sense.</param>
    /// <param name="timeLimit">That the request had.</param>
    public static string Of(SandboxResult result, TimeSpan timeLimit, ReadingLimits limits) => result switch
    {
        SandboxResult.Failed { Reason: SandboxFailure.TimedOut } =>
            $"读取超时（超过 {timeLimit.TotalSeconds:0.#} 秒），已停止：文件可能损坏或过于复杂，请另存为 docx 或带文字的 pdf，或拆分后重新提交。",
        SandboxResult.Failed { Reason: SandboxFailure.OutOfMemory } =>
            $"内存超限（上限 {limits.Memory >> 20} MB），疑似压缩炸弹或内容异常巨大，已停止读取：请核对文件来源，确认无误后另存或拆分再提交。",
        SandboxResult.Failed { Reason: SandboxFailure.OutputTooLarge } =>
            $"文件内容过多（超过 {limits.Output >> 20} MB），已停止读取：请核对是否为年度报告，或拆分成几个文件后再提交。",
        SandboxResult.Refused refused =>
            $"文件结构异常，无法读取（{Short(refused.ExceptionType)}）：请另存为 docx 或 pdf 后重新提交；如仍失败，请将此文件交维护人员。",
        _ => "读取此文件的进程意外中止，文件可能损坏或含恶意内容：请另存为 docx 或 pdf 后重新提交；如仍失败，请将此文件交维护人员。",
    };

    /// <summary>A document over <see cref="ReadingLimits.Content"/>.</summary>
    public static string TooMuch(int content) => $"文件内容过多（文字超过 {content >> 20} MB），未处理：请核对是否为年度报告，或只提交年度报告部分。";

    /// <summary>A document that was read, and that extraction failed on.</summary>
    public static string NotUnderstood(Exception e) => $"程序未能处理此文件（{e.GetType().Name}：{e.Message}）：请将此文件交维护人员，或另存为其他格式后重新提交。";

    /// <summary>A file over <see cref="ReadingLimits.File"/>.</summary>
    public static string TooLarge(ReadingLimits limits) => $"文件过大（超过 {limits.File >> 20} MB），未读取：请核对是否为年度报告，或压缩图片、拆分后再提交。";

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..];
}
