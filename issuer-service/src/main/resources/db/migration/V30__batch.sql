create table first_issue (
  occasion   uuid primary key,
  credential uuid not null
);
comment on table first_issue is 'The first credential for each learner, version and occasion, so that a batch issues nothing twice; append-only by grant.';

create table batch (
  id                 uuid primary key,
  organisation       uuid not null,
  actor              text not null,
  dry_run            boolean not null,
  state              text not null check (state in ('RECEIVING', 'RECEIVED', 'RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED', 'FAILED')),
  wrapped_key        bytea,
  rows               integer not null default 0 check (rows >= 0),
  done               integer not null default 0 check (done between 0 and rows),
  issued             integer not null default 0,
  issuable           integer not null default 0,
  skipped            integer not null default 0,
  refused            integer not null default 0,
  received_at        timestamptz not null,
  updated_at         timestamptz not null,
  finished_at        timestamptz,
  next_try           timestamptz not null,
  check ((wrapped_key is null) = (state in ('FINISHED', 'CANCELLED', 'FAILED')))
);
comment on table batch is 'Files of rows to issue, with their progress. RECEIVING is a file still under way, which nobody is shown.';
comment on column batch.wrapped_key is 'Under which the rows'' content is encrypted; wrapped by a key from outside the database and deleted when the batch ends.';
comment on column batch.done is 'How many rows were decided, in their order: the next piece of work begins behind them.';
create index batch_by_organisation on batch (organisation, id) where state <> 'RECEIVING';
create index batch_to_work_on on batch (updated_at) where state in ('RECEIVED', 'RUNNING');
create index batch_unended on batch (updated_at) where wrapped_key is not null;

create table batch_row (
  batch      uuid not null references batch on delete cascade,
  number     integer not null check (number >= 1),
  line       integer not null check (line >= 2),
  content    bytea,
  state      text not null check (state in ('WAITING', 'ISSUED', 'ISSUABLE', 'SKIPPED', 'REFUSED', 'CANCELLED')),
  occasion   uuid,
  credential uuid,
  problems   jsonb,
  primary key (batch, number),
  check (content is null or state = 'WAITING')
);
comment on column batch_row.line is 'The row''s number as a spreadsheet shows it: the heading is row 1.';
comment on column batch_row.content is 'The row as it was sent, encrypted; deleted when the row is decided.';
comment on column batch_row.occasion is 'Of a dry run''s rows that could be issued, so that a later row for the same is found.';
create index batch_row_by_state on batch_row (batch, state, number);
create index batch_row_by_occasion on batch_row (batch, occasion) where occasion is not null;
