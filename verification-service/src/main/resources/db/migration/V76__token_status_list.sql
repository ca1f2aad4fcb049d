-- A list is held in each form that it was signed in, under that form's address.
alter table status_list add column form text not null default 'BITSTRING' check (form in ('BITSTRING', 'TOKEN'));
alter table status_list drop constraint status_list_pkey;
alter table status_list add primary key (id, form);
alter table status_list_waiting add column token text;
