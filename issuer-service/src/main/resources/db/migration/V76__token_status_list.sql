alter table status_list_publication add column token text;
comment on column status_list_publication.token is 'The same list as a Token Status List, of revocations and suspensions, beside the revocations; null where it was signed before there were any.';
