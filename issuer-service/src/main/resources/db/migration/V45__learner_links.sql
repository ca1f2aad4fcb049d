-- Which references are one learner's, as the registry announced it last.
create table learner_link (
  learner_ref text primary key,
  learner     uuid,
  since       timestamptz not null
);
comment on column learner_link.learner is 'Null: the reference is nobody''s any more.';

-- A learner is named by a reference, and once the registry knows the person behind it by an id of its own.
alter table award rename column learner_ref to learner;
create index award_by_parts on award using gin (parts);
create index award_by_credential on award (credential);
