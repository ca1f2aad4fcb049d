-- While the copy of credentials is made again it holds less than is true, and what is decided is never taken back.

create table evaluation_due (
  pathway uuid not null references pathway,
  learner text not null,
  primary key (pathway, learner)
);
comment on table evaluation_due is 'Who is to be evaluated once the copies are whole.';
