// Why there is no document, in words for the person who listed the address: what is wrong, and what to do.
using System.Net;
using System.Net.Sockets;
using static Analytics.Etl.Fetching.FetchOutcome;

namespace Analytics.Etl.Fetching;

internal static class FetchReasons
{
    public static readonly Answer.Problem Scheme = new(Refused, "只获取以 http:// 或 https:// 开头的网址，请核对。");

    public static readonly Answer.Problem Credentials = new(Refused, "网址中带有用户名或密码，请去掉后重试；需要登录的文件请下载后提交。");

    public static readonly Answer.Problem NoHosts = new(Refused, "尚未设置允许访问的网站，未获取任何网址。请管理员先设置允许访问的网站。");

    public static readonly Answer.Problem NotAllowedByRobots = new(Refused, "该网站的 robots.txt 不允许程序获取此网址，请在浏览器中下载文件后提交。");

    public static readonly Answer.Problem NoLocation = new(Failed, "网站要求转到别处，却没有给出有效的网址，请在浏览器中打开核对。");

    public static readonly Answer.Problem NotAskedFor = new(Failed, "网站的回答与请求不符（未提供上次的版本，却答复“未改变”），请在浏览器中下载文件后提交。");

    public static readonly Answer.Problem Empty = new(Failed, "网站返回的内容是空的（0 字节），请在浏览器中打开核对。");

    public static readonly Answer.Problem TimedOut = new(Failed, "网站未在限定时间内传完文件，稍后会再试；如一直如此，请在浏览器中下载文件后提交。", MayPass: true);

    public static readonly Answer.Problem Damaged = new(Failed, "网站传来的压缩内容损坏，稍后会再试；如一直如此，请在浏览器中下载文件后提交。", MayPass: true);

    public static Answer.Problem NotListed(Uri address) => new(Refused,
        $"网站 {HostList.Name(address)}{(address.IsDefaultPort ? "" : $":{address.Port}")} 不在允许访问的名单中。请核对网址；确需获取时，请管理员把该网站（端口不是 80 或 443 的连同端口）加入名单。");

    public static Answer.Problem TooManyRedirects(int most) => new(Failed, $"网址连续转向超过 {most} 次，已停止。请在浏览器中打开，改用最后的网址。");

    public static Answer.Problem TooLarge(long most) => new(Failed, $"文件过大（超过 {most >> 20} MB），未获取：请核对是否为年度报告。");

    public static Answer.Problem Resting(TimeSpan rest) => new(Failed, $"网站要求 {Math.Ceiling(rest.TotalMinutes):0} 分钟后再访问，届时会再试。", MayPass: true, Wait: rest);

    public static Answer.Problem NoRobots(Answer.Problem why) => new(why.Outcome == Refused ? Refused : Failed,
        $"未能读取该网站的 robots.txt，不知道是否允许获取，因此未获取。原因：{why.Reason}", why.Outcome != Refused, why.Wait, why.Status);

    public static Answer.Problem AtRedirect(Uri address, Answer.Problem problem) => problem with { Reason = $"网址转到了 {address}：{problem.Reason}" };

    /// <summary>An answer that is neither a document nor a way to it.</summary>
    /// <param name="wait">Retry-After.</param>
    public static Answer.Problem Of(HttpStatusCode status, TimeSpan? wait) => (int)status switch
    {
        401 or 403 or 407 => new(Failed, $"网站不允许访问此网址（{(int)status}），请在浏览器中打开核对；能打开的，请下载文件后提交。", Status: status),
        404 or 410 => new(Failed, $"网址上没有文件（{(int)status}），可能已被移走或删除，请更正网址。", Status: status),
        408 or 429 => new(Failed, $"网站要求稍后再访问（{(int)status}），稍后会再试。", MayPass: true, Wait: wait, Status: status),
        500 or 502 or 503 or 504 => new(Failed, $"网站暂时出错（{(int)status}），稍后会再试；如一直如此，请在浏览器中打开核对。", MayPass: true, Wait: wait, Status: status),
        _ => new(Failed, $"网站的回答不是文件（{(int)status}），请在浏览器中打开核对。", Status: status),
    };

    /// <summary>No answer at all.</summary>
    public static Answer.Problem Of(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case ForbiddenAddressException forbidden:
                    return new(Refused, $"网站 {forbidden.Host} 的地址不在公共互联网上（本机、内网或保留地址），已拒绝连接，请核对网址；内网文件请下载后提交。");
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                    return new(Failed, "找不到这个网站（域名无法解析），请核对网址；网址无误的，稍后会再试。", MayPass: true);
                case System.Security.Authentication.AuthenticationException:
                    return new(Failed, "网站的加密证书无效或加密方式过旧，未获取。请在浏览器中打开核对，确认无误后下载文件提交。");
            }
        }
        return new(Failed, "连接网站失败或中途断开，稍后会再试；如一直如此，请在浏览器中打开核对。", MayPass: true);
    }
}
