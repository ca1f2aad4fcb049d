-- Which credentials are suspended; a projection of mm.credential-status.v1. What is final stands in the ledger.

create table suspension (
  credential uuid primary key,
  issuer     uuid not null,
  reason     text not null,
  since      timestamptz not null
);

alter table trust_bundle_status
  drop constraint trust_bundle_status_status_check,
  add constraint trust_bundle_status_status_check check (status in ('VALID', 'SUSPENDED', 'REVOKED'));
