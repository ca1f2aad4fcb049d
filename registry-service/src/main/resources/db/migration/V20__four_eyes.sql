-- Nobody decides alone: what one registrar prepares, another decides. Subjects are accounts' random ids, never names.

create table application (
  organisation uuid not null references organisation,
  number       integer not null check (number >= 1),
  filed_by     text not null,
  filed_at     timestamptz not null,
  primary key (organisation, number)
);
comment on table application is 'Insert-only by grant. Organisations from before this table have no row, and so nobody who filed.';

create table proposal (
  organisation uuid not null references organisation,
  number       integer not null check (number >= 1),
  verdict      text not null check (verdict in ('AUTHORISE', 'REFUSE', 'REINSTATE', 'WITHDRAW')),
  reason       text not null check (length(reason) between 1 and 500),
  prepared_by  text not null,
  prepared_at  timestamptz not null,
  primary key (organisation, number),
  unique (organisation, number, prepared_by)
);
comment on table proposal is 'Insert-only by grant. The newest of an organisation is open until it is closed; a newer one takes its place.';

create table proposal_closing (
  organisation uuid not null,
  number       integer not null,
  outcome      text not null check (outcome in ('DECIDED', 'RETURNED')),
  prepared_by  text not null,
  closed_by    text not null,
  closed_at    timestamptz not null,
  primary key (organisation, number),
  foreign key (organisation, number, prepared_by) references proposal (organisation, number, prepared_by),
  constraint second_person check (closed_by <> prepared_by)
);
comment on constraint second_person on proposal_closing is 'Kept here too, so that no code can decide alone.';
