-- A parked event is tried again: how often, when last. The first try is the one that parked it.
alter table parked add column tries integer not null default 1;
alter table parked add column tried_at timestamptz not null default now();
-- A key's events drain in the order in which the broker has them.
drop index parked_by_key;
create index parked_in_order on parked (topic, key, kafka_offset);
