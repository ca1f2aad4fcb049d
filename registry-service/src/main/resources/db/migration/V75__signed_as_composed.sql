-- What was signed as programs composed it stands in the ledger too: that it was signed, by which key, and when.
alter table ledger_entry
  drop constraint complete,
  add constraint complete check (
    case fact
      when 'ISSUED'  then num_nonnulls(key_id, definition, definition_version, digest) = 4 and reason is null
      when 'SIGNED'  then num_nonnulls(key_id, digest) = 2 and num_nonnulls(definition, definition_version, reason) = 0
      when 'REVOKED' then num_nonnulls(key_id, definition, definition_version, digest) = 0 and reason is not null
      else false
    end);

drop index ledger_entry_by_key;
create index ledger_entry_by_key on ledger_entry (key_id, position) where key_id is not null;
