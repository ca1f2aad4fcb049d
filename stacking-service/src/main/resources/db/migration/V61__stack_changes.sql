-- What each change of a stack was announced with, so that it can be told again. Stacks that changed before have none: nothing was released.
create table stack_change (
  stack    uuid not null references stack,
  sequence bigint not null check (sequence >= 2),
  because  uuid not null,
  award    uuid,
  at       timestamptz not null,
  primary key (stack, sequence)
);
comment on table stack_change is 'Every break and restoration; append-only by grant.';
