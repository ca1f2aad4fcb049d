-- Pathways are looked for by words in their names, as definitions are in the register.
create extension if not exists pg_trgm;
create index pathway_version_by_words on pathway_version
  using gin (lower((title_sv || chr(10) || title_en) collate pg_c_utf8) gin_trgm_ops);
