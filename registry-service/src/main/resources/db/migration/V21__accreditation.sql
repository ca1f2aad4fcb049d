-- Bodies' dated decisions about organisations, as registrars recorded them.

create table accreditation (
  id           uuid primary key,
  organisation uuid not null references organisation,
  scheme       text not null check (length(scheme) between 1 and 200),
  body         text not null check (length(body) between 1 and 200),
  scope        text check (length(scope) between 1 and 500),
  reference    text check (length(reference) between 1 and 200),
  valid_from   timestamptz not null,
  valid_until  timestamptz check (valid_until > valid_from)
);
comment on column accreditation.scope is 'What it covers; nothing said means all that the organisation offers.';
create index accreditation_by_organisation on accreditation (organisation, id);

create table accreditation_withdrawal (
  accreditation uuid primary key references accreditation,
  reason        text not null check (length(reason) between 1 and 500),
  withdrawn_at  timestamptz not null
);
comment on table accreditation_withdrawal is 'Insert-only by grant, as is accreditation: that it once stood stays true.';
