create table issuing_right (
  id         uuid primary key,
  definition uuid not null,
  creator    uuid not null,
  holder     uuid not null,
  history    jsonb not null,
  copied_at  timestamptz not null
);
comment on column issuing_right.history is 'All its terms, oldest first: what was issued is judged by the terms of its day.';
create index issuing_right_by_holder on issuing_right (definition, holder);

-- What the register records of an organisation; none until it tells of the organisation again.
alter table organisation add column accreditations jsonb not null default '[]';
