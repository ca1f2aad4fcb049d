-- What is never rewritten is sealed in the kit's chain, in the order in which it was entered.
alter table definition_version      add column entered bigint generated always as identity unique;
alter table credential              add column entered bigint generated always as identity unique;
alter table credential_status       add column entered bigint generated always as identity unique;
alter table status_change           add column entered bigint generated always as identity unique;
alter table status_list             add column entered bigint generated always as identity unique;
alter table first_issue             add column entered bigint generated always as identity unique;
alter table given_credential        add column entered bigint generated always as identity unique;
alter table given_credential_status add column entered bigint generated always as identity unique;
alter table issuer_instance         add column entered bigint generated always as identity unique;
alter table issuing_right           add column entered bigint generated always as identity unique;
alter table issuing_right_terms     add column entered bigint generated always as identity unique;
alter table signing_key             add column entered bigint generated always as identity unique;
alter table installation            add column entered bigint generated always as identity unique;
