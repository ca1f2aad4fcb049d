-- What programs composed can be suspended where the instance that signs it names a list that tells of it.
alter table issuer_instance
  add column suspension boolean not null default false,
  add constraint issuer_instance_suspension check (status or not suspension);

alter table given_credential_status add column suspended boolean not null default false;
create index given_credential_suspended on given_credential_status (status_list, status_index) where suspended;
