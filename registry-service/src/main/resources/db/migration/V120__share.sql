-- What learners show to others, and until when.

alter table portfolio_body add column sd_jwt bytea;
comment on column portfolio_body.sd_jwt is 'The same credential, signed so that its holder can keep parts back; sealed as the document is. Null where its issuer signed it in one piece.';

create table share (
  id          uuid primary key,
  learner_ref text not null,
  token_hash  bytea not null unique check (length(token_hash) = 32),
  sealed      bytea not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null check (expires_at > made_at),
  most_views  integer check (most_views >= 1),
  entered     bigint generated always as identity unique
);
comment on column share.learner_ref is 'The account that made it.';
comment on column share.sealed is 'Link, PIN, recipient and purpose, under the key of its account: who erases the key leaves nothing to read.';
create index share_by_learner on share (learner_ref, entered desc);

create table share_credential (
  share       uuid not null references share,
  learner_ref text not null,
  credential  uuid not null,
  pointers    text[],
  entered     bigint generated always as identity unique,
  primary key (share, credential),
  foreign key (learner_ref, credential) references portfolio_entry
);
comment on column share_credential.pointers is 'What is shown of that of which there is a choice; null where the original is shown whole.';

create table share_view (
  share   uuid not null references share,
  number  integer not null check (number >= 1),
  at      timestamptz not null,
  entered bigint generated always as identity unique,
  primary key (share, number)
);
comment on table share_view is 'Each time that somebody saw it.';

create table share_wrong_pin (
  share   uuid not null references share,
  number  integer not null check (number >= 1),
  at      timestamptz not null,
  entered bigint generated always as identity unique,
  primary key (share, number)
);

create table share_withdrawal (
  share   uuid primary key references share,
  at      timestamptz not null,
  entered bigint generated always as identity unique
);
