-- Who may issue what: organisations, and every state that each has been in.

create table organisation (
  id               uuid primary key,
  did              text not null unique,
  name             text not null check (length(name) between 1 and 200),
  country          text not null check (country ~ '^[A-Z]{2}$'),
  region           text,
  contact_url      text,
  governance_model text not null check (governance_model in ('REGULATORY', 'ADVISORY', 'AUTONOMOUS', 'HYBRID')),
  state            text not null check (state in ('SELF_DECLARED', 'APPLIED', 'IN_REVIEW', 'AUTHORISED', 'REFUSED',
                                                  'SUSPENDED', 'WITHDRAWN', 'MERGED', 'CLOSED')),
  version          bigint not null check (version >= 1)
);
comment on column organisation.did is 'Fixed when the organisation applies: credentials name it for ever, whatever address we have later.';
comment on column organisation.state is 'The newest state of organisation_history, kept here to be searched and locked.';
comment on column organisation.version is 'Counts every change; the sequence of its events.';
create index organisation_authorised on organisation (id) where state = 'AUTHORISED';

create table organisation_history (
  organisation uuid not null references organisation,
  position     integer not null check (position >= 1),
  state        text not null,
  reason       text,
  since        timestamptz not null,
  primary key (organisation, position)
);
comment on table organisation_history is 'Insert-only by grant: what an organisation was is never rewritten.';
