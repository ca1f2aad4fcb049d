-- An examination makes the copies a second time, beside the real ones. The tables for that are the owner's, made by this function alone:
-- the service's own role still makes none.

create schema examined;
comment on schema examined is 'Empty but while an examination runs: the copies of others'' facts, made anew from what the others told.';

create function examined_anew(tables text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  each text;
begin
  for each in select tablename from pg_tables where schemaname = 'examined' loop
    execute format('drop table examined.%I', each);
  end loop;
  foreach each in array tables loop
    execute format('create table examined.%I (like public.%I including all)', each, each);
    execute format('grant select, insert, update, delete on examined.%I to %I', each, '${app_role}');
  end loop;
end $$;
comment on function examined_anew is 'Throws away what an earlier examination made, and makes empty tables like those named.';
revoke all on function examined_anew from public;
