-- What we publish on the issuers' behalf; projections of mm.organisation-key.v1 and mm.status-list.v1.

create table organisation_key (
  id                   uuid primary key,
  organisation         uuid not null,
  verification_method  text not null,
  public_key_multibase text not null,
  algorithm            text not null,
  valid_from           timestamptz not null,
  valid_until          timestamptz,
  revoked_at           timestamptz
);
create index organisation_key_by_organisation on organisation_key (organisation, valid_from);

create table status_list (
  id           uuid primary key,
  organisation uuid not null,
  purpose      text not null,
  version      integer not null check (version >= 1),
  credential   text not null,
  issued_at    timestamptz not null,
  valid_until  timestamptz not null
);
comment on column status_list.credential is 'The signed list exactly as it was announced: a signature covers it.';
