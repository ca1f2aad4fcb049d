-- The ways in which organisations' own programs issue (W3C VCALM): a key of one kind, one name, one form of proof.
create table issuer_instance (
  id           uuid primary key,
  organisation uuid not null references organisation,
  name         text not null,
  algorithm    text not null check (algorithm in ('Ed25519', 'P-256', 'P-384')),
  naming       text not null check (naming in ('ORGANISATION', 'KEY')),
  form         text not null check (form in ('MEANING', 'TEXT')),
  status       boolean not null,
  open         boolean not null,
  created_at   timestamptz not null,
  unique (organisation, name),
  check (not (status and naming = 'KEY'))
);
comment on column issuer_instance.open is 'Issues for everybody, while the service runs in the open test profile.';

-- Like credential, no foreign key to what nobody may delete.
create table given_credential (
  id           uuid primary key,
  instance     uuid not null,
  organisation uuid not null,
  name_digest  text,
  signing_key  uuid not null,
  digest       text not null,
  issued_at    timestamptz not null
);
comment on table given_credential is 'What was signed as programs composed it, under no definition; append-only by grant. The document stands in given_credential_body alone.';
comment on column given_credential.name_digest is 'SHA-256 of the name by which its status is set, which may say anything.';
create index given_credential_by_name on given_credential (instance, name_digest);

create table given_credential_body (
  credential  uuid primary key references given_credential,
  learner_key uuid not null references learner_key on delete cascade,
  sealed      bytea not null
);
create index given_credential_body_by_key on given_credential_body (learner_key);

create table given_credential_status (
  credential   uuid primary key references given_credential,
  status_list  uuid not null,
  status_index integer not null check (status_index >= 0),
  revoked_at   timestamptz,
  unique (status_list, status_index)
);
create index given_credential_revoked on given_credential_status (status_list, status_index) where revoked_at is not null;
