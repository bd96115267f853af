using Microsoft.EntityFrameworkCore;

namespace Vejja.Storage.Tests;

/// <summary>A schema as sorted lines, as the database itself describes it.</summary>
internal static class SchemaShape
{
    private const string Sqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' pk' || c.pk AS "Value"
          FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'index ' || i.tbl_name || ' ' || i.name || ' unique' || l."unique" || ' (' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) || ')'
          FROM sqlite_master i JOIN pragma_index_list(i.tbl_name) l ON l.name = i.name WHERE i.type = 'index' AND i.sql IS NOT NULL
        UNION ALL
        SELECT 'foreign ' || m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete
          FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string Postgres = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS "Value"
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%EF%'
        """;

    public static async Task<string[]> ReadAsync(VejjaContext context)
    {
        var lines = await context.Database.SqlQueryRaw<string>(context.Database.IsSqlite() ? Sqlite : Postgres).ToListAsync(TestContext.Current.CancellationToken);
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
