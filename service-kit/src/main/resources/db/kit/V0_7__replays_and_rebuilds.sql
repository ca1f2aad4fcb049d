-- What this service tells again, and what it has itself told again.

create table replay (
  id           uuid primary key,
  topic        text not null,
  requested_at timestamptz not null,
  cursor       text,
  announced    bigint not null default 0,
  finished_at  timestamptz,
  failure      text
);
comment on table replay is 'An owner''s telling of its entities again; cursor is the last one that was told, so that a crash goes on after it.';
create index replay_open on replay (requested_at) where finished_at is null;
create index replay_by_age on replay (requested_at, id);

create table rewind (
  topic        text primary key,
  generation   bigint not null check (generation >= 1),
  requested_at timestamptz not null
);
comment on table rewind is 'How often a topic is to be read from its beginning: whoever holds a partition at an older generation goes back.';

create table rewound (
  topic           text not null,
  kafka_partition integer not null,
  generation      bigint not null,
  primary key (topic, kafka_partition)
);
comment on table rewound is 'The generation that each partition was taken back for.';
