using System.Text;
using Mingzhang.Storage.Attachments;

namespace Mingzhang.Storage.Tests;

/// <summary>Files of records in the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private static readonly byte[] Scan = [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes("扫描件")];

    [Fact]
    public async Task A_file_is_kept_with_its_record_and_comes_back_as_it_was()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var owner = new AttachmentOwner(draft.Department, "检查", 7);
        Assert.Null(await desk.Attachments.AddAsync(clerk, owner, @"C:\证据\笔录", "现场笔录", Scan, Cancellation));
        var file = Assert.Single(await desk.Attachments.OfAsync(owner, Cancellation));
        Assert.Equal(("笔录.pdf", "PDF", Scan.Length, "现场笔录", "clerk"), (file.Name, file.Kind, file.Size, file.Remark, file.Account));
        var content = await desk.Attachments.ContentAsync(owner, file.Id, Cancellation);
        Assert.Equal(Scan, content!.Value.Content);
        Assert.Contains(await desk.Trail.AllAsync(Cancellation), e => e is { Act: "加附件", Subject: "检查 7" } && e.Changes.Contains(file.Digest, StringComparison.Ordinal));
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task A_file_of_one_record_is_not_found_at_another_record_or_department()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var owner = new AttachmentOwner(draft.Department, "检查", 7);
        await desk.Attachments.AddAsync(clerk, owner, "笔录.pdf", null, Scan, Cancellation);
        var id = (await desk.Attachments.OfAsync(owner, Cancellation))[0].Id;
        foreach (var other in (AttachmentOwner[])[owner with { Id = 8 }, owner with { Kind = "案件" }, owner with { Department = draft.Department + 1 }])
        {
            Assert.Empty(await desk.Attachments.OfAsync(other, Cancellation));
            Assert.Null(await desk.Attachments.ContentAsync(other, id, Cancellation));
            Assert.False(await desk.Attachments.RemoveAsync(clerk, other, id, Cancellation));
        }
    }

    [Fact]
    public async Task Programs_empty_and_oversized_files_and_the_same_file_twice_are_refused()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var owner = new AttachmentOwner(draft.Department, "检查", 7);
        Assert.Contains("不是可以收的文件", await desk.Attachments.AddAsync(clerk, owner, "笔录.pdf", null, [0x4D, 0x5A, 0x90, 0x00, 0x03], Cancellation), StringComparison.Ordinal);
        Assert.Contains("空的", await desk.Attachments.AddAsync(clerk, owner, "笔录.pdf", null, [], Cancellation), StringComparison.Ordinal);
        Assert.Contains("20 MB", await desk.Attachments.AddAsync(clerk, owner, "笔录.pdf", null, [.. Scan, .. new byte[AttachmentDesk.Largest]], Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Attachments.AddAsync(clerk, owner, "笔录.pdf", null, Scan, Cancellation));
        Assert.Contains("内容相同", await desk.Attachments.AddAsync(clerk, owner, "再来一次.pdf", null, Scan, Cancellation), StringComparison.Ordinal);
        Assert.Single(await desk.Attachments.OfAsync(owner, Cancellation));
    }

    [Fact]
    public async Task A_removed_file_leaves_its_name_and_digest_in_the_trail()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var owner = new AttachmentOwner(draft.Department, "检查", 7);
        await desk.Attachments.AddAsync(clerk, owner, "笔录.pdf", null, Scan, Cancellation);
        var file = (await desk.Attachments.OfAsync(owner, Cancellation))[0];
        Assert.True(await desk.Attachments.RemoveAsync(clerk, owner, file.Id, Cancellation));
        Assert.Empty(await desk.Attachments.OfAsync(owner, Cancellation));
        Assert.Contains(await desk.Trail.AllAsync(Cancellation), e => e.Act == "删附件" && e.Changes.Contains(file.Digest, StringComparison.Ordinal));
    }
}
