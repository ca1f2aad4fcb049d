-- A key is announced when it is made, when it is replaced and when it turns out to be compromised.
alter table signing_key add column sequence integer not null default 1 check (sequence >= 1);
