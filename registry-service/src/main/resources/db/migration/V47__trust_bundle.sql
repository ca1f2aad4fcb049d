-- What other registries, which we trust, said when somebody exported a portfolio there.

create table trust_bundle (
  id        text primary key check (id ~ '^[0-9a-f]{64}$'),
  registry  text not null,
  issued_at timestamptz not null,
  jws       text not null,
  kept_at   timestamptz not null
);
comment on column trust_bundle.id is 'SHA-256 of the signed text, which is kept exactly as it came.';

create table trust_bundle_status (
  bundle     text not null references trust_bundle,
  credential uuid not null,
  status     text not null check (status in ('VALID', 'REVOKED')),
  reason     text,
  since      timestamptz not null,
  primary key (bundle, credential)
);
create index trust_bundle_status_by_credential on trust_bundle_status (credential);
