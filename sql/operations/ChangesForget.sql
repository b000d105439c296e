-- A document compared twice is compared as it is read last.
delete from reread_change where document_id in (select unnest(cast($document_id as varchar[])));
