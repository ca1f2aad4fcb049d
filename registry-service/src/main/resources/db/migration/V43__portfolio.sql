-- What learners hold. Names and results stand in the sealed documents alone; an entry tells what and when, of a reference.

create table learner_key (
  learner_ref text primary key,
  wrapped_key bytea not null,
  made_at     timestamptz not null
);
comment on table learner_key is 'Wrapped under a key from outside the database. To delete a row is to erase every document sealed under it.';

create table portfolio_entry (
  learner_ref        text not null,
  credential         uuid not null,
  source             text not null check (source in ('DELIVERED', 'IMPORTED')),
  organisation       uuid,
  issuer             text not null,
  issuer_name        text,
  title              text not null,
  definition         text,
  definition_version text,
  kind               text,
  level              text,
  awarded_at         timestamptz not null,
  issued_at          timestamptz not null,
  digest             text not null check (digest ~ '^[0-9a-f]{64}$'),
  received_at        timestamptz not null,
  primary key (learner_ref, credential)
);
comment on column portfolio_entry.organisation is 'Null where the issuer is none of ours, which an import may bring.';
create index portfolio_entry_by_credential on portfolio_entry (credential);

create table portfolio_body (
  learner_ref text not null,
  credential  uuid not null,
  nonce       bytea not null check (length(nonce) = 12),
  ciphertext  bytea not null,
  primary key (learner_ref, credential),
  foreign key (learner_ref, credential) references portfolio_entry
);
comment on table portfolio_body is 'The signed documents, byte for byte, AES-256-GCM under the key of their reference, bound to reference and credential.';
