namespace Yiwang.Migrations.Postgres;

/// <summary>The functions that give out journal positions and tell up to which all are visible (see PostgresDialect).</summary>
internal static class JournalFloorFunctions
{
    internal const string Create = """
        create or replace function journal_next_position() returns bigint language plpgsql as $$
        begin
            -- Once in a transaction: a large import must not fill the table of locks.
            if coalesce(current_setting('yiwang.journal_floor', true), '') <> pg_current_xact_id()::text then
                perform pg_advisory_xact_lock_shared((22871::bigint << 48) | (select case when is_called then last_value else 0 end from journal_positions));
                perform set_config('yiwang.journal_floor', pg_current_xact_id()::text, true);
            end if;
            return nextval('journal_positions');
        end $$;

        create or replace function journal_settled() returns bigint language plpgsql as $$
        declare
            given bigint;
            lowest_floor bigint;
        begin
            -- First what was given out, then who still holds some of it: whoever is gone by then has committed and is visible.
            select case when is_called then last_value else 0 end into given from journal_positions;
            select min(((classid::bigint << 32) | objid::bigint) & ((1::bigint << 48) - 1)) into lowest_floor
            from pg_locks
            where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = 22871
                and database = (select oid from pg_database where datname = current_database());
            return least(given, coalesce(lowest_floor, given));
        end $$;
        """;

    internal const string Drop = "drop function journal_next_position(); drop function journal_settled();";
}
