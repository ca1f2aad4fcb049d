-- What is never rewritten is sealed in the kit's chain, in the order in which it was entered.
alter table pathway_version    add column entered bigint generated always as identity unique;
alter table pathway_definition add column entered bigint generated always as identity unique;
alter table stack              add column entered bigint generated always as identity unique;
alter table stack_change       add column entered bigint generated always as identity unique;
