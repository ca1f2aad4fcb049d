-- Lists tell of suspensions too.
alter table status_list_waiting add column purpose text not null default 'revocation';
alter table status_list_waiting alter column purpose drop default;
