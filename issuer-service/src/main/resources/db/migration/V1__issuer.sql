-- Who may issue, as the registry announced it last. An organisation that is not here is not authorised.
create table organisation (
  id               uuid primary key,
  name             text not null,
  country          text not null,
  governance_model text not null,
  state            text not null
);

-- What must never change once something was signed: one row, written with the first key.
create table installation (
  only_one        boolean primary key default true check (only_one),
  public_url      text not null,
  wrapping_check  bytea not null,
  established_at  timestamptz not null
);
comment on column installation.wrapping_check is 'Tells whether a wrapping key is the one that the private keys were wrapped with, without telling the key.';

create table signing_key (
  id                   uuid primary key,
  organisation         uuid not null references organisation,
  verification_method  text not null unique,
  public_key_multibase text not null,
  wrapped_private_key  bytea not null,
  valid_from           timestamptz not null,
  valid_until          timestamptz,
  revoked_at           timestamptz
);
create unique index signing_key_current on signing_key (organisation) where valid_until is null and revoked_at is null;

create table definition (
  id              uuid primary key,
  organisation    uuid not null,
  draft           jsonb not null,
  newest_version  integer not null default 0 check (newest_version >= 0),
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
create index definition_by_organisation on definition (organisation, id);

create table definition_version (
  definition       uuid not null references definition,
  version          integer not null check (version >= 1),
  organisation     uuid not null,
  content          jsonb not null,
  governance_model text not null,
  published_at     timestamptz not null,
  primary key (definition, version)
);
comment on table definition_version is 'Published; append-only by grant, since credentials keep the version that they were issued from.';

create table status_list (
  id           uuid primary key,
  organisation uuid not null references organisation,
  number       integer not null check (number >= 1),
  capacity     integer not null check (capacity >= 1),
  seed         bytea not null,
  handed_out   integer not null default 0 check (handed_out between 0 and capacity),
  created_at   timestamptz not null,
  unique (organisation, number)
);
comment on column status_list.handed_out is 'Places handed to processes, a block at a time; the seed says which index the n-th place is.';

create table status_list_publication (
  list        uuid primary key references status_list,
  version     integer not null check (version >= 1),
  credential  bytea not null,
  issued_at   timestamptz not null,
  valid_until timestamptz not null
);
comment on table status_list_publication is 'Each list''s newest signed form; apart from status_list, so that signing does not hold up those who take places.';
create index status_list_publication_by_age on status_list_publication (valid_until);

create table status_list_change (
  position bigint generated always as identity primary key,
  list     uuid not null references status_list
);
comment on table status_list_change is 'Changes that no signed list shows yet. A publisher deletes the rows that it saw and then reads the bits, so that a change committed late waits for the next turn.';

-- No foreign keys to organisation, key, definition version and list: every issue would lock those few rows, and nobody may delete them.
create table credential (
  id                  uuid primary key,
  organisation        uuid not null,
  definition          uuid not null,
  definition_version  integer not null,
  learner_ref         text not null,
  kind                text not null,
  certification_level text not null,
  signing_key         uuid not null,
  body                bytea not null,
  digest              text not null,
  awarded_at          timestamptz not null,
  issued_at           timestamptz not null,
  external_reference  text
);
comment on table credential is 'What was signed, byte for byte; append-only by grant. The person stands in body alone.';
create index credential_by_organisation on credential (organisation, id);

create table credential_status (
  credential   uuid primary key references credential,
  organisation uuid not null,
  status_list  uuid not null,
  status_index integer not null check (status_index >= 0),
  status       text not null check (status in ('VALID', 'REVOKED')),
  reason       text,
  since        timestamptz not null,
  sequence     bigint not null check (sequence >= 1),
  check ((reason is not null) = (status = 'REVOKED')),
  unique (status_list, status_index)
);
comment on table credential_status is 'How each credential stands now. Whoever needs it to stay so locks the row.';
create index credential_status_revoked on credential_status (status_list, status_index) where status = 'REVOKED';

create table status_change (
  credential uuid not null references credential,
  sequence   bigint not null check (sequence >= 2),
  status     text not null check (status in ('VALID', 'REVOKED')),
  reason     text,
  note       text,
  since      timestamptz not null,
  actor      text not null,
  primary key (credential, sequence)
);
comment on table status_change is 'Every change since the issue, which was the first; append-only by grant.';

create table award_rule (
  organisation uuid not null,
  pathway      uuid not null,
  definition   uuid not null references definition,
  broken_award text not null check (broken_award in ('FLAG', 'REVOKE')),
  updated_at   timestamptz not null,
  primary key (organisation, pathway)
);

create table award (
  stack           uuid primary key,
  organisation    uuid not null,
  pathway         uuid not null,
  pathway_version integer not null,
  learner_ref     text not null,
  attempt         integer not null,
  parts           uuid[] not null,
  completed_at    timestamptz not null,
  state           text not null check (state in ('WAITING', 'ISSUED', 'REFUSED', 'BROKEN', 'REVOKED')),
  reason          text,
  credential      uuid references credential,
  next_try        timestamptz not null,
  updated_at      timestamptz not null,
  unique (pathway, pathway_version, learner_ref, attempt)
);
comment on table award is 'What became of each completed stack.';
create index award_waiting on award (next_try) where state = 'WAITING';
