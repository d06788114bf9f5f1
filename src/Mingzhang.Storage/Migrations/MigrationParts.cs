using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Mingzhang.Storage.Migrations;

/// <summary>What migrations of the office's businesses share.</summary>
internal static class MigrationParts
{
    /// <summary>A number that the database gives.</summary>
    public static OperationBuilder<AddColumnOperation> Number(OperationBuilder<AddColumnOperation> column) =>
        column.Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    /// <summary>Lets rows of tables only be added.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="provider">Its ActiveProvider.</param>
    /// <param name="tables">The tables.</param>
    public static void AppendOnly(MigrationBuilder migration, string? provider, params IEnumerable<string> tables)
    {
        foreach (var table in tables)
        {
            if (provider == "Microsoft.EntityFrameworkCore.Sqlite")
            {
                foreach (var verb in (string[])["UPDATE", "DELETE"])
                    migration.Sql($"CREATE TRIGGER \"{table}_no_{verb}\" BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table}: append only'); END");
            }
            else
            {
                migration.Sql($"CREATE FUNCTION \"{table}_append_only\"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table}: append only'; END $$");
                migration.Sql($"CREATE TRIGGER \"{table}_append_only\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION \"{table}_append_only\"()");
            }
        }
    }
}
