-- What was issued and what became of it. No learner has a place here.

create table ledger_entry (
  position           bigint generated always as identity primary key,
  credential         uuid not null,
  fact               text not null,
  issuer             uuid not null,
  key_id             uuid,
  definition         uuid,
  definition_version integer,
  digest             text check (digest ~ '^[0-9a-f]{64}$'),
  reason             text,
  occurred_at        timestamptz not null,
  registered_at      timestamptz not null,
  unique (credential, fact),
  constraint complete check (
    case fact
      when 'ISSUED' then num_nonnulls(key_id, definition, definition_version, digest) = 4 and reason is null
      when 'REVOKED' then num_nonnulls(key_id, definition, definition_version, digest) = 0 and reason is not null
      else false
    end)
);
comment on table ledger_entry is 'Insert-only by grant; (credential, fact) makes a repeated event harmless.';
comment on column ledger_entry.registered_at is 'Our clock when we learned of it: the time that counts when a key turns out to be compromised.';
