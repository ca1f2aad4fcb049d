-- What the service decides by, and what it decided. Learners are pseudonyms.

create table pathway (
  id           uuid primary key,
  organisation uuid not null,
  title_sv     text not null,
  title_en     text not null,
  rule         jsonb not null,
  newest       integer not null default 0 check (newest >= 0),
  created_at   timestamptz not null,
  changed_at   timestamptz not null
);
comment on table pathway is 'The draft of each pathway; newest is its newest published version, 0 before the first.';
create index pathway_of_organisation on pathway (organisation, id);

create table pathway_version (
  pathway      uuid not null references pathway,
  version      integer not null check (version >= 1),
  title_sv     text not null,
  title_en     text not null,
  rule         jsonb not null,
  published_at timestamptz not null,
  primary key (pathway, version)
);
comment on table pathway_version is 'What was published; never changes, by grant.';

create table pathway_definition (
  definition uuid not null,
  pathway    uuid not null,
  version    integer not null,
  primary key (definition, pathway, version),
  foreign key (pathway, version) references pathway_version
);
comment on table pathway_definition is 'Which pathways a credential of a definition could concern.';

create table definition (
  id           uuid not null,
  version      integer not null,
  organisation uuid not null,
  kind         text not null,
  level        text not null,
  primary key (id, version)
);
comment on table definition is 'Our copy of published definitions.';

create table credential (
  id            uuid primary key,
  learner       text,
  organisation  uuid,
  definition    uuid,
  may_stack     boolean not null default false,
  awarded_at    timestamptz,
  award_stack   uuid,
  award_pathway uuid,
  revoked       boolean not null default false
);
comment on table credential is 'Our copy of issued credentials. Issue and revocation arrive on two topics in any order, so either may make the row; learner is null until the issue is known.';
create index credential_of_learner on credential (learner, definition);
create index credential_by_definition on credential (definition, learner) where may_stack;
create index credential_as_award on credential (award_stack) where award_stack is not null;

create table progress (
  pathway    uuid not null references pathway,
  learner    text not null,
  state      text not null check (state in ('IN_PROGRESS', 'COMPLETED', 'BROKEN')),
  attempt    integer not null default 0 check (attempt >= 0),
  changed_at timestamptz not null,
  primary key (pathway, learner)
);
comment on table progress is 'One row for each learner on a pathway; whoever evaluates holds its lock. attempt is the newest that was completed, 0 before the first.';

create table stack (
  id             uuid primary key,
  pathway        uuid not null,
  version        integer not null,
  learner        text not null,
  attempt        integer not null check (attempt >= 1),
  parts          uuid[] not null,
  sequence       bigint not null check (sequence >= 1),
  broken_because uuid,
  completed_at   timestamptz not null,
  changed_at     timestamptz not null,
  unique (pathway, learner, attempt),
  foreign key (pathway, version) references pathway_version
);
comment on table stack is 'Completed attempts. A stack stands exactly as long as all its parts do; broken_because is the first part that does not. sequence is that of its newest event.';
create index stack_by_part on stack using gin (parts);

create table backward_evaluation (
  pathway       uuid not null,
  version       integer not null,
  after_learner text not null default '',
  requested_at  timestamptz not null,
  finished_at   timestamptz,
  primary key (pathway, version),
  foreign key (pathway, version) references pathway_version
);
comment on table backward_evaluation is 'Who held credentials already when a pathway was published, evaluated in pages; after_learner is the last one done.';
create index backward_evaluation_open on backward_evaluation (requested_at) where finished_at is null;
