-- The verifier's own copies of what registry and issuer announced; nothing here is a fact of its own. No foreign keys: what belongs
-- together comes on different topics, in any order.

create table organisation (
  id         uuid primary key,
  did        text not null unique,
  name       text not null,
  country    text not null,
  governance text not null,
  state      text not null,
  history    jsonb not null,
  copied_at  timestamptz not null
);
comment on column organisation.history is 'Every state with its beginning: authority to sign is judged at the date of issue.';

create table organisation_key (
  id                  uuid primary key,
  organisation        uuid not null,
  verification_method text not null unique,
  public_key          text not null,
  valid_from          timestamptz not null,
  valid_until         timestamptz,
  revoked_at          timestamptz,
  copied_at           timestamptz not null
);
create index organisation_key_by_organisation on organisation_key (organisation);

create table definition (
  id           uuid not null,
  version      integer not null,
  organisation uuid not null,
  kind         text not null,
  level        text not null,
  title        jsonb not null,
  published_at timestamptz not null,
  copied_at    timestamptz not null,
  primary key (id, version)
);

create table status_list (
  id           uuid primary key,
  organisation uuid not null,
  url          text not null unique,
  version      integer not null,
  document     text not null,
  issued_at    timestamptz not null,
  valid_until  timestamptz not null,
  copied_at    timestamptz not null
);
comment on table status_list is 'The newest version of each list; its signature was verified when it came, and is verified again when it is loaded.';

create table status_list_waiting (
  id           uuid primary key,
  organisation uuid not null,
  version      integer not null,
  document     text not null,
  issued_at    timestamptz not null,
  valid_until  timestamptz not null,
  since        timestamptz not null
);
comment on table status_list_waiting is 'Lists that came before their signer''s key. Nothing rests on them.';
create index status_list_waiting_by_organisation on status_list_waiting (organisation);

create table credential_status (
  id           uuid primary key,
  organisation uuid not null,
  status       text not null,
  reason       text,
  since        timestamptz not null,
  history      jsonb not null,
  copied_at    timestamptz not null
);
comment on table credential_status is 'Announced changes only: a credential that is not here has never changed, as far as is known.';
