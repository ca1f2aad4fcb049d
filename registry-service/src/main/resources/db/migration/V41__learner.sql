-- Which references are one learner, and which were when. No identifier is here, only what it is known by.

create table learner (
  id            uuid primary key,
  recognised_at timestamptz not null
);
comment on table learner is 'Random ids; of two that turn out to be one person the older stays.';

create table learner_link (
  learner_ref text not null check (learner_ref ~ '^[A-Za-z0-9][A-Za-z0-9._:~-]{19,127}$'),
  position    integer not null check (position >= 1),
  kind        text not null check (kind in ('ACCOUNT', 'EMAIL', 'NATIONAL_NUMBER', 'CLAIM')),
  learner     uuid references learner,
  since       timestamptz not null,
  primary key (learner_ref, position)
);
comment on table learner_link is 'Insert-only by grant: the newest position of a reference is in force, the others are its history.';
comment on column learner_link.learner is 'Null where the reference was unlinked.';
create index learner_link_by_learner on learner_link (learner);
