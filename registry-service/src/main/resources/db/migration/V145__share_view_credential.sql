-- What of a share somebody saw: what its learner held no more by then was not shown.

create table share_view_credential (
  share      uuid not null,
  number     integer not null,
  credential uuid not null,
  entered    bigint generated always as identity unique,
  primary key (share, number, credential),
  foreign key (share, number) references share_view,
  foreign key (share, credential) references share_credential
);
comment on table share_view_credential is 'Of views from before this table there are no rows.';
