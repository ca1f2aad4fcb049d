-- What stood in the ledger before keys were compromised, in the parts in which the registry stated it.
create table key_compromise (
  key_id uuid not null,
  part   integer not null,
  parts  integer not null check (part < parts),
  since  timestamptz not null,
  primary key (key_id, part)
);

create table key_compromise_registered (
  key_id     uuid not null,
  part       integer not null,
  credential uuid not null,
  digest     text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (key_id, part, credential)
);
create index key_compromise_registered_by_credential on key_compromise_registered (credential, key_id);
