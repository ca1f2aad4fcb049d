-- The trust list as it was signed, version by version; each names the digest of the one before.

create table trust_list_version (
  version             bigint primary key check (version >= 1),
  issued_at           timestamptz not null,
  valid_until         timestamptz not null check (valid_until > issued_at),
  verification_method text not null,
  previous            text check (previous ~ '^[0-9a-f]{64}$'),
  digest              text not null check (digest ~ '^[0-9a-f]{64}$'),
  jws                 text not null,
  constraint chained check ((version = 1) = (previous is null))
);
comment on table trust_list_version is 'Insert-only by grant: who was trusted when stays provable.';
comment on column trust_list_version.digest is 'SHA-256 of the signed text; the next version''s "previous".';

create table trust_list_change (
  id bigint generated always as identity primary key
);
comment on table trust_list_change is 'A mark for each change that no version tells yet, made in the change''s own transaction.';
