-- Published definitions, as their owners announced them; a projection of mm.definition.v1.

create table definition_version (
  definition   uuid not null,
  version      integer not null check (version >= 1),
  organisation uuid not null,
  content      jsonb not null,
  published_at timestamptz not null,
  primary key (definition, version)
);
comment on table definition_version is 'A version never changes, so the service may insert and nothing more.';
create index definition_version_by_organisation on definition_version (organisation);
