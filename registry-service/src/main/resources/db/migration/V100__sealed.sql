-- What is never rewritten is sealed in the kit's chain, in the order in which it was entered; the ledger has its own numbers.
alter table organisation_history     add column entered bigint generated always as identity unique;
alter table application              add column entered bigint generated always as identity unique;
alter table proposal                 add column entered bigint generated always as identity unique;
alter table proposal_closing         add column entered bigint generated always as identity unique;
alter table accreditation            add column entered bigint generated always as identity unique;
alter table accreditation_withdrawal add column entered bigint generated always as identity unique;
alter table trust_list_version       add column entered bigint generated always as identity unique;
alter table learner                  add column entered bigint generated always as identity unique;
alter table learner_link             add column entered bigint generated always as identity unique;
alter table portfolio_entry          add column entered bigint generated always as identity unique;
alter table trust_bundle             add column entered bigint generated always as identity unique;
alter table trust_bundle_status      add column entered bigint generated always as identity unique;
