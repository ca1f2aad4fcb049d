-- Who may issue what others defined; a projection of mm.issuing-right.v1.

create table issuing_right (
  id         uuid primary key,
  definition uuid not null,
  issuer     uuid not null,
  content    jsonb not null
);
comment on column issuing_right.content is 'The newest event about the right, with its whole dated history.';
create index issuing_right_by_definition on issuing_right (definition, issuer);
