-- Credentials can be suspended and reinstated where their documents name a list that tells of it.

alter table status_list add column suspensions uuid unique;
comment on column status_list.suspensions is 'The list, published beside this one, that tells by the same places which credentials are suspended; null where documents name none.';

-- A published list is either of a list's two.
alter table status_list_publication drop constraint status_list_publication_list_fkey;
alter table status_list_change drop constraint status_list_change_list_fkey;

alter table credential_status
  add column suspended boolean not null default false,
  drop constraint credential_status_status_check,
  drop constraint credential_status_check,
  add constraint credential_status_status_check check (status in ('VALID', 'SUSPENDED', 'REVOKED')),
  add constraint credential_status_reasoned check (reason is not null or status = 'VALID'),
  add constraint credential_status_suspended check (case status when 'VALID' then not suspended when 'SUSPENDED' then suspended else true end);
comment on column credential_status.suspended is 'Its bit in the list of suspensions: lifted by a reinstatement alone, so that a revocation opens no moment in which no list speaks against it.';
create index credential_status_suspended on credential_status (status_list, status_index) where suspended;

alter table status_change
  drop constraint status_change_status_check,
  add constraint status_change_status_check check (status in ('VALID', 'SUSPENDED', 'REVOKED'));

create index award_by_part on award using gin (parts);
