-- An organisation's row is a copy that can be made again: what we decided and signed does not hang on it.
alter table signing_key drop constraint signing_key_organisation_fkey;
alter table status_list drop constraint status_list_organisation_fkey;
