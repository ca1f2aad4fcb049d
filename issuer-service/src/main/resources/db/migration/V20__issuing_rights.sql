-- Who else may issue a definition, and under which terms, of which none is ever forgotten.
create table issuing_right (
  id          uuid primary key,
  definition  uuid not null references definition,
  creator     uuid not null,
  holder      uuid not null,
  granted_at  timestamptz not null,
  sequence    bigint not null check (sequence >= 1),
  state       text not null check (state in ('GRANTED', 'WITHDRAWN')),
  decided_at  timestamptz not null,
  versions    integer[] not null,
  valid_from  timestamptz not null,
  valid_until timestamptz,
  reason      text,
  check (creator <> holder),
  check (state = 'GRANTED' or reason is not null)
);
comment on table issuing_right is 'Each right under its terms of now. Who issues by it holds the row FOR SHARE, who changes it FOR UPDATE, so that each issue is before or after each change.';
comment on column issuing_right.versions is 'That may be issued; none means all.';
create index issuing_right_by_definition on issuing_right (definition, id);
create index issuing_right_by_holder on issuing_right (holder, definition, id);
create index issuing_right_held on issuing_right (holder, id);

create table issuing_right_terms (
  issuing_right uuid not null references issuing_right,
  sequence      bigint not null check (sequence >= 1),
  state         text not null check (state in ('GRANTED', 'WITHDRAWN')),
  decided_at    timestamptz not null,
  versions      integer[] not null,
  valid_from    timestamptz not null,
  valid_until   timestamptz,
  reason        text,
  primary key (issuing_right, sequence)
);
comment on table issuing_right_terms is 'All terms that rights ever had; append-only by grant, since what was issued is judged by the terms of its day.';

-- By which right another's definition was issued; null for one's own.
alter table credential add column issuing_right uuid;
create index credential_by_issuing_right on credential (issuing_right, issued_at) where issuing_right is not null;

-- Since when an organisation stands as it does, and why; null until the registry tells of it again.
alter table organisation add column state_since timestamptz;
alter table organisation add column state_reason text;
