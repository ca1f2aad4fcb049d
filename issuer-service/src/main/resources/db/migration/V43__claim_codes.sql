-- Learners whom the institution knows by no identifier show a code.
create table claim_code (
  credential  uuid primary key references credential,
  code_hash   bytea unique,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  account_ref text,
  claimed_at  timestamptz,
  check ((account_ref is null) = (claimed_at is null)),
  check ((code_hash is null) = (claimed_at is not null))
);
comment on table claim_code is 'The newest code of each credential, as a hash, and after it was shown the account that claimed it.';

create table claim_attempt (
  account_ref text primary key,
  since       timestamptz not null,
  attempts    integer not null check (attempts >= 0)
);
comment on table claim_attempt is 'How often an account was wrong of late; older rows are deleted as new ones come.';
create index claim_attempt_by_age on claim_attempt (since);
