-- Personal data that left: with what right, for what, to whom. No person is named in it.
create table disclosure (
  position     bigint generated always as identity primary key,
  at           timestamptz not null,
  basis        text not null,
  purpose      text not null,
  recipient    text not null,
  subject_type text not null,
  subject      text not null
);
comment on table disclosure is 'Personal data that left, and what allowed it; append-only by grant.';
create index disclosure_by_subject on disclosure (subject_type, subject);
