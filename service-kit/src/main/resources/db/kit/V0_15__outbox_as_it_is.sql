-- Rows of the outbox live for less than a second: to compress them would cost more than anything else about them.
alter table outbox alter column payload set storage external;
