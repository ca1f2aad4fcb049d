alter table rewound add column until bigint;
comment on column rewound.until is 'The end of the partition when it was taken back; null once everything before it is applied again.';
