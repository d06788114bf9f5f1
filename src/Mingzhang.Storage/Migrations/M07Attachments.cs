using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Files that belong to records of the office's businesses.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122200000_Attachments")]
internal sealed class M07Attachments : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Attachments",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                OwnerKind = t.Column<string>(),
                OwnerId = t.Column<int>(),
                Name = t.Column<string>(),
                Kind = t.Column<string>(),
                MediaType = t.Column<string>(),
                Size = t.Column<int>(),
                Digest = t.Column<string>(),
                Remark = t.Column<string>(nullable: true),
                At = t.Column<string>(),
                Account = t.Column<string>(),
                Content = t.Column<byte[]>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Attachments", x => x.Id);
                t.ForeignKey("FK_Attachments_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_Attachments_Owner", "Attachments", ["DepartmentId", "OwnerKind", "OwnerId"]);
    }
}
