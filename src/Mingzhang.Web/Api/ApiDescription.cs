using Microsoft.AspNetCore.OpenApi;

namespace Mingzhang.Web.Api;

/// <summary>What the OpenAPI description says of the interface as a whole.</summary>
internal static class ApiDescription
{
    /// <summary>Title and text.</summary>
    public static void Describe(OpenApiOptions options) =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "明账数据接口";
            document.Info.Version = "1";
            document.Info.Description = "部门预算、决算公开文件及其来源、审核结果和基础数据。只读；金额除注明外以元计，台账金额（fen）以分计。";
            // The site may be reached by other names than the one it listens on.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
}
