-- What names a learner lies under that learner's own key, so that erasure is the deletion of the key.
create table learner_key (
  id          uuid primary key,
  learner_ref text not null unique,
  wrapped_key bytea not null,
  made_at     timestamptz not null
);
comment on table learner_key is 'A key for each reference, wrapped under a key from outside the database. Deleting the row erases: what backups still hold of the bodies opens for nobody.';

create table credential_body (
  credential  uuid primary key references credential,
  learner_key uuid not null references learner_key on delete cascade,
  sealed      bytea not null
);
comment on table credential_body is 'What was signed, byte for byte, sealed under the learner''s key and bound to the credential. No row: the learner was erased.';
create index credential_body_by_key on credential_body (learner_key);

-- Bodies that lay here in the open are not carried over: nothing was released that wrote any.
alter table credential drop column body;
comment on table credential is 'What was issued; append-only by grant. It names nobody: the person stands in credential_body alone.';
