alter table status_list add column token text;
comment on column status_list.token is 'The same list as a Token Status List; null where the issuer gave none.';
