-- All labels.
select label_id, text from label;
