-- An organisation may sign with keys of several kinds; one of each at a time.
alter table signing_key add column algorithm text not null default 'Ed25519'
  check (algorithm in ('Ed25519', 'P-256', 'P-384'));
alter table signing_key alter column algorithm drop default;

drop index signing_key_current;
create unique index signing_key_current on signing_key (organisation, algorithm) where valid_until is null and revoked_at is null;
