-- One learner may be known by several references: credentials, progress and stacks go by the learner, and keep the reference.

create table learner_link (
  reference text primary key,
  learner   text not null
);
comment on table learner_link is 'Our copy of mm.learner-link.v1. learner is the learner''s id once linked, the reference itself before; the row''s lock makes an issue and a link of one reference wait for each other.';
create index learner_link_by_learner on learner_link (learner) where learner <> reference;

alter table credential add column learner_ref text;
update credential set learner_ref = learner;
comment on column credential.learner_ref is 'As it was issued; never changes.';
comment on column credential.learner is 'Whose it is by now; null until the issue is known.';
create index credential_by_reference on credential (learner_ref);

alter table stack add column holder text;
update stack set holder = learner;
alter table stack alter column holder set not null;
comment on column stack.learner is 'As it was announced; never changes.';
comment on column stack.holder is 'Whose it is by now: whoever all its parts belong to.';
create index stack_of_holder on stack (pathway, holder);

alter table backward_evaluation add column not_before timestamptz;
comment on column backward_evaluation.not_before is 'A page that failed is tried again after this, so that it does not hold up later pathways.';
