-- What every service has: what it has to tell, what it was told, what it answered, what was done.

create table outbox (
  position       bigint generated always as identity primary key,
  id             uuid not null unique,
  aggregatetype  text not null,
  aggregateid    text not null,
  type           text not null,
  payload        text,
  subject        text not null,
  sequence       bigint not null check (sequence >= 1),
  lane           smallint not null,
  classification text not null,
  occurred_at    timestamptz not null,
  traceparent    text
);
comment on table outbox is 'Events not yet acknowledged by the broker; columns follow Debezium''s outbox convention. aggregatetype is the topic, aggregateid the key.';
create index outbox_in_order on outbox (lane, position);

create table inbox (
  event_id   uuid primary key,
  topic      text not null,
  applied_at timestamptz not null default now()
);
comment on table inbox is 'Events that were applied, written in the transaction that applied them.';
create index inbox_by_age on inbox (applied_at);

create table entity_version (
  topic    text not null,
  subject  text not null,
  sequence bigint not null,
  primary key (topic, subject)
);
comment on table entity_version is 'The newest version seen of each entity; what is not newer changes nothing.';

create table parked (
  position        bigint generated always as identity primary key,
  topic           text not null,
  kafka_partition integer not null,
  kafka_offset    bigint not null,
  key             text,
  headers         jsonb not null,
  payload         bytea,
  cause           text not null,
  parked_at       timestamptz not null default now(),
  unique (topic, kafka_partition, kafka_offset)
);
comment on table parked is 'Events that could not be applied, and the later ones of their keys, with the cause.';
create index parked_by_key on parked (topic, key);

create table idempotency (
  organisation uuid not null,
  key          text not null,
  operation    text not null,
  request_hash bytea not null,
  status       integer,
  content_type text,
  location     text,
  body         bytea,
  created_at   timestamptz not null default now(),
  primary key (organisation, key)
);
comment on table idempotency is 'First answers, kept for 30 days. The row without a status is held by a transaction still under way and is never visible outside it.';
create index idempotency_by_age on idempotency (created_at);

create table audit (
  position     bigint generated always as identity primary key,
  at           timestamptz not null,
  actor        text not null,
  organisation uuid,
  action       text not null,
  subject_type text not null,
  subject      text not null,
  detail       jsonb not null
);
comment on table audit is 'Who did what; append-only by grant.';
