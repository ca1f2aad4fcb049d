-- What is never rewritten is sealed, link by link, so that whoever rewrites it all the same is found out.

create table chain_link (
  number       bigint primary key check (number >= 1),
  sealed_table text not null,
  covers       text[] not null,
  positions    int8multirange not null,
  entries      integer not null check (entries between 1 and 1000),
  highest      bigint not null,
  marks        bytea not null,
  sealed_at    timestamptz not null,
  previous     bytea not null,
  digest       bytea not null
);
comment on table chain_link is 'One chain over all sealed tables, one link for some rows of one of them; append-only by grant.';
comment on column chain_link.covers is 'The columns that the digest covers: one that is added later is covered from then on.';
comment on column chain_link.highest is 'Of all the table''s positions sealed so far; rows that were committed late lie below it.';
comment on column chain_link.marks is 'The first eight bytes of each row''s SHA-256, in order of position: the digest tells that something was changed, they tell where.';
create index chain_link_by_highest on chain_link (sealed_table, highest);
create index chain_link_by_age on chain_link (sealed_table, sealed_at, highest);
create index chain_link_by_positions on chain_link using gist (positions);

create table examination (
  id           uuid primary key,
  requested_at timestamptz not null,
  known_number bigint,
  known_digest text,
  finished_at  timestamptz,
  failure      text,
  check ((known_number is null) = (known_digest is null))
);
comment on column examination.known_number is 'The end of the chain as an earlier examination told it, to be found again; null where nobody remembers.';
create index examination_open on examination (id) where finished_at is null;

create table examination_check (
  examination uuid not null references examination on delete cascade,
  ordinal     integer not null,
  name        text not null,
  cursor      text,
  pages       bigint not null default 0,
  examined    bigint not null default 0,
  violations  bigint not null default 0,
  note        text,
  finished_at timestamptz,
  primary key (examination, ordinal)
);

create table examination_violation (
  position     bigint generated always as identity primary key,
  examination  uuid not null references examination on delete cascade,
  check_name   text not null,
  place_table  text not null,
  place_row    text not null,
  sentence     text not null
);
comment on table examination_violation is 'What does not hold, and where; ids and codes, never a person.';
create index examination_violation_in_order on examination_violation (examination, position);
