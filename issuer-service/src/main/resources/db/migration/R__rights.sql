-- What the service's own role may do with the service's tables. It owns nothing.

-- Append-only: what was published, signed and decided stays as it was.
grant select, insert on definition_version, credential, credential_body, status_change, issuing_right_terms to ${app_role};
grant select, insert on first_issue to ${app_role};
grant select, insert on issuer_instance, given_credential, given_credential_body to ${app_role};
grant select, insert on installation to ${app_role};

-- Written once, then closed by a date.
grant select, insert on signing_key to ${app_role};
grant update (valid_until, revoked_at, sequence) on signing_key to ${app_role};

-- Made once; deleted when the learner is erased, which takes the bodies along.
grant select, insert, delete on learner_key to ${app_role};

-- A credential's state, never its place in the list.
grant select, insert on credential_status to ${app_role};
grant update (status, suspended, reason, since, sequence) on credential_status to ${app_role};

grant select, insert on given_credential_status to ${app_role};
grant update (revoked_at, suspended) on given_credential_status to ${app_role};

-- A right's terms of now, never whose it is.
grant select, insert on issuing_right to ${app_role};
grant update (sequence, state, decided_at, versions, valid_from, valid_until, reason) on issuing_right to ${app_role};

-- Lists: a place once handed out is never taken back.
grant select, insert on status_list to ${app_role};
grant update (handed_out) on status_list to ${app_role};
grant select, insert, update on status_list_publication to ${app_role};
grant select, insert, delete on status_list_change to ${app_role};

-- What people edit, and copies of what others own.
grant select, insert, update on organisation, learner_link, definition, award_rule, award to ${app_role};

-- A claim's code is replaced and used up; who claimed stays. Attempts are forgotten.
grant select, insert, update on claim_code to ${app_role};
grant select, insert, update, delete on claim_attempt to ${app_role};

-- Work under way: what was sent is deleted when it is done, and the reports some time later.
grant select, insert, update, delete on batch, batch_row to ${app_role};

-- What is a copy and nothing more can be thrown away and made again.
grant delete on organisation, learner_link to ${app_role};
