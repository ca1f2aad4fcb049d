-- What changes by right is noted with each change. Notes are never rewritten, and sealed like all that is not.

create table row_note (
  entered     bigint generated always as identity primary key,
  noted_table text not null,
  noted_row   uuid not null,
  covers      text[] not null,
  digest      bytea not null,
  found       boolean not null,
  noted_at    timestamptz not null
);
comment on table row_note is 'How a row was after each change that this service made; append-only by grant.';
comment on column row_note.covers is 'The columns that the digest covers: one that is added later is covered from the row''s next change on.';
comment on column row_note.found is 'The service did not write it so: it found it so when it was about to change it.';
create index row_note_newest on row_note (noted_table, noted_row, entered);
create index row_note_found on row_note (noted_table, noted_row) where found;

create function row_digest(of_table text, key_column text, key uuid, covers text[]) returns bytea
language plpgsql stable
set search_path = public, pg_temp set TimeZone = 'UTC' set DateStyle = 'ISO, YMD' set IntervalStyle = 'iso_8601'
set bytea_output = 'hex' set extra_float_digits = 1 as $$
declare
  texts text;
  digest bytea;
begin
  if exists (
    select from unnest(covers) covered where covered not in (
      select attname from pg_attribute where attrelid = cast(of_table as regclass) and attnum > 0 and not attisdropped)) then
    return '';
  end if;
  select string_agg(format('cast(%I as text)', covered), ', ' order by place)
    into texts from unnest(covers) with ordinality as named (covered, place);
  execute format('select sha256(convert_to(cast(to_jsonb(array[%s]) as text), ''UTF8'')) from %I where %I = $1',
                 texts, of_table, key_column)
    into digest using key;
  return digest;
end $$;
comment on function row_digest is 'SHA-256 of the JSON array of the columns'' texts, whatever the connection is set to; null without such a row, empty without such columns.';
