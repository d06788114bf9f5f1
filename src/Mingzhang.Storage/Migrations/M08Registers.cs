using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Registers that departments define themselves.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122210000_Registers")]
internal sealed class M08Registers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Registers",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Name = t.Column<string>(),
                Definition = t.Column<string>(),
                Revision = t.Column<int>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Registers", x => x.Id);
                t.ForeignKey("FK_Registers_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_Registers_Name", "Registers", ["DepartmentId", "Name"], unique: true);
        migrationBuilder.CreateTable(
            "RegisterRecords",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                RegisterId = t.Column<int>(),
                KeyDigest = t.Column<string>(),
                On = t.Column<string>(nullable: true),
                Cells = t.Column<string>(),
                Revision = t.Column<int>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_RegisterRecords", x => x.Id);
                t.ForeignKey("FK_RegisterRecords_Registers", x => x.RegisterId, "Registers", "Id");
            });
        migrationBuilder.CreateIndex("IX_RegisterRecords_On", "RegisterRecords", ["RegisterId", "On"]);
        // Not unique by itself: a change of definition gives all records new keys, one after the other; the writer, who is alone, keeps them apart.
        migrationBuilder.CreateIndex("IX_RegisterRecords_Key", "RegisterRecords", ["RegisterId", "KeyDigest"]);
    }
}
