using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mingzhang.Web.Pages;

/// <summary>What a person sees when there is nothing to see (出错页): what happened and where to go on.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public (string Heading, string Words) Text => Code switch
    {
        400 => ("网址不完整或有误", "地址里缺少内容，或填的不是年度、种类这样的值。请从列表重新进入。"),
        404 => ("没有这一页", "没有这个单位、年度、种类或表，也可能它已换了名称。请从列表里找。"),
        405 => ("不能这样访问", "这个地址只供阅读。"),
        413 => ("提交的内容太大", "请缩短后再试。"),
        503 => ("暂时做不了", "服务器上缺少需要的程序，或数据库没有回答。请稍后再试，或告诉管理员。"),
        _ => ("出了故障", "这是明账自身的缺陷，不是您的操作有误；已记入日志。请稍后再试。"),
    };

    public void OnGet() => Prepare();

    public void OnPost() => Prepare();

    private void Prepare()
    {
        // Not bound: that would read what the refused request carries.
        Code = int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and <= 599 ? code : 404;
        Response.StatusCode = Code;
        ViewData["Title"] = Text.Heading;
    }
}
