-- Keys that prove nothing from a moment on, and how much was stated of what the ledger knew before.
create table key_compromise (
  key_id              uuid primary key,
  organisation        uuid not null,
  verification_method text not null,
  since               timestamptz not null,
  version             integer not null check (version >= 1),
  last_position       bigint,
  parts               integer check (parts >= 1),
  announced           integer not null default 0,
  check ((last_position is null) = (parts is null)),
  check (announced <= coalesce(parts, 0))
);
comment on column key_compromise.last_position is 'Of the ledger when it was first stated: a part made again is the same.';

create index ledger_entry_by_key on ledger_entry (key_id, position) where fact = 'ISSUED';
