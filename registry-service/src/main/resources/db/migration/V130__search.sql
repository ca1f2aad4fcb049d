-- The register is searched by words in names. Trigrams find parts of words too, as a language of long words needs it.
create extension if not exists pg_trgm;

create index organisation_by_words on organisation using gin (lower(name collate pg_c_utf8) gin_trgm_ops);
-- The work that waits at the authority, and any other state that is asked for.
create index organisation_by_state on organisation (state, id);

create function definition_titles(content jsonb) returns text
  language sql immutable strict parallel safe
  return (select string_agg(title, chr(10) order by title) from jsonb_each_text(content -> 'title') as each (language, title));
comment on function definition_titles is 'In all languages, each on a line.';
create index definition_version_by_words on definition_version
  using gin (lower(definition_titles(content) collate pg_c_utf8) gin_trgm_ops);
