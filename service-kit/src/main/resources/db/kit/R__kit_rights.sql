-- What the service's own role may do with the kit's tables. It owns nothing; audit rows cannot be changed or removed.
grant usage on schema public to ${app_role};
grant select, insert, delete on outbox to ${app_role};
grant select, insert, delete on inbox to ${app_role};
grant select, insert, update, delete on entity_version to ${app_role};
grant select, insert, update (cause, tries, tried_at), delete on parked to ${app_role};
grant select, insert, update, delete on idempotency to ${app_role};
grant select, insert on audit to ${app_role};
grant select, insert on disclosure to ${app_role};
grant select, insert on replay to ${app_role};
grant update (cursor, announced, finished_at, failure) on replay to ${app_role};
grant select, insert, update on rewind, rewound to ${app_role};
grant select, insert on chain_link to ${app_role};
grant select, insert, delete on examination, examination_violation to ${app_role};
grant update (finished_at, failure) on examination to ${app_role};
grant select, insert, update on examination_check to ${app_role};
grant usage on schema examined to ${app_role};
grant execute on function examined_anew to ${app_role};
